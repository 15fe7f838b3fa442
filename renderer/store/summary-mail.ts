import type { MailToOpen } from '../../shared/ipc';
import { sha256Of } from '../../shared/record/sha256';
import { meetingOf } from '../../shared/session/meeting';
import type { Session } from '../../shared/session/session';
import type { Summary } from '../../shared/summary/document';
import type { Envelope } from '../../shared/summary/eml';
import { mailText } from '../../shared/summary/mail-text';
import { summarise } from '../../shared/summary/summarise';
import type { State } from './state';

/** The mail as it would go out: what the Summary view shows and every way out of it takes. */
export interface SummaryMail {
  readonly summary: Summary;
  readonly body: string;
  readonly envelope: Envelope;
}

/** The summary of the open session, made for the moment on the screen with what was chosen; undefined where none is open. */
export function summaryMail(state: State): SummaryMail | undefined {
  const { open, asOf, summary: choices } = state;
  if (open === undefined) return undefined;
  const { rationales, ascii, subsystems } = choices;
  const summary = summarise(open.session, {
    at: asOf,
    sha256: sha256Of,
    rationales,
    ascii,
    ...(subsystems === undefined ? {} : { subsystems }),
  });
  return { summary, body: mailText(summary), envelope: envelopeOf(state, open.session) };
}

/** Who it is from and who gets it: as typed, else from the scribe to the thread's list. */
export function envelopeOf({ summary, settings }: State, session: Session): Envelope {
  const { name, address } = settings.me ?? {};
  const list = meetingOf(session)?.entry.thread?.list;
  const me = address === undefined ? '' : name === undefined ? address : `${name} <${address}>`;
  const cc = addresses(summary.cc ?? '');
  return {
    from: summary.from ?? me,
    to: summary.to === undefined ? (list === undefined ? [] : [list]) : addresses(summary.to),
    ...(cc.length === 0 ? {} : { cc }),
  };
}

/** What a mailto: URL can carry of it: subject, body and the message replied to. */
export function mailtoOf({ summary, body, envelope }: SummaryMail): MailToOpen {
  return {
    to: envelope.to,
    ...(envelope.cc === undefined ? {} : { cc: envelope.cc }),
    subject: summary.subject,
    ...(summary.thread === undefined ? {} : { inReplyTo: summary.thread.inReplyTo }),
    body,
  };
}

/** Mailboxes as typed, separated by commas outside quotes. */
function addresses(typed: string): readonly string[] {
  const parts = typed.match(/(?:"(?:[^"\\]|\\.)*"|[^,])+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
