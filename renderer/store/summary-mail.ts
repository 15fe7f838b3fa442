import type { MailToOpen } from '../../shared/ipc';
import { sha256Of } from '../../shared/record/sha256';
import { ok, type Result } from '../../shared/result';
import { meetingOf } from '../../shared/session/meeting';
import type { Session } from '../../shared/session/session';
import type { Summary } from '../../shared/summary/document';
import type { Envelope } from '../../shared/summary/eml';
import { readMailbox } from '../../shared/summary/mailbox';
import { mailText } from '../../shared/summary/mail-text';
import { summarise, type SummaryOptions } from '../../shared/summary/summarise';
import type { State } from './state';

/** The mail as it would go out: what the Summary view shows and every way out of it takes. */
export interface SummaryMail {
  readonly session: Session;
  readonly options: SummaryOptions;
  readonly summary: Summary;
  readonly body: string;
  readonly envelope: Envelope;
}

/** The summary of the open session, made for the moment on the screen with what was chosen; undefined where none is open. */
export function summaryMail(state: State): SummaryMail | undefined {
  const { open } = state;
  if (open === undefined) return undefined;
  const { session } = open;
  const options = optionsOf(state);
  const summary = summarise(session, options);
  return { session, options, summary, body: mailText(summary), envelope: envelopeOf(state, session) };
}

function optionsOf({
  asOf,
  summary: { rationales, ascii, log, people, since, reply, subsystems },
}: State): SummaryOptions {
  return {
    at: asOf,
    sha256: sha256Of,
    rationales,
    ascii,
    ...(log === undefined ? {} : { log }),
    ...(people === undefined ? {} : { people }),
    ...(since === undefined ? {} : { since }),
    ...(reply === undefined ? {} : { reply }),
    ...(subsystems === undefined ? {} : { subsystems }),
  };
}

/** Who it is from and who gets it: as typed, else from the scribe to the thread's list. */
function envelopeOf({ summary, settings }: State, session: Session): Envelope {
  const { name, address = '' } = settings.me ?? {};
  const list = meetingOf(session)?.entry.thread?.list;
  const cc = mailboxes(summary.cc ?? '');
  return {
    from: summary.from ?? (name === undefined ? address : { name, address }),
    to: summary.to === undefined ? (list === undefined ? [] : [list]) : mailboxes(summary.to),
    ...(cc.length === 0 ? {} : { cc }),
  };
}

/** What a mailto: URL can carry of it: bare addresses, subject, body and the message replied to. */
export function mailtoOf({ summary, body, envelope }: SummaryMail): Result<MailToOpen> {
  const to = bareAddresses(envelope.to, 'To');
  if (!to.ok) return to;
  const cc = bareAddresses(envelope.cc ?? [], 'Cc');
  if (!cc.ok) return cc;
  return ok({
    to: to.value,
    ...(cc.value.length === 0 ? {} : { cc: cc.value }),
    subject: summary.subject,
    ...(summary.thread === undefined ? {} : { inReplyTo: summary.thread.inReplyTo }),
    body,
  });
}

function bareAddresses(all: Envelope['to'], field: string): Result<readonly string[]> {
  const bare: string[] = [];
  for (const each of all) {
    const mailbox = readMailbox(each, field);
    if (!mailbox.ok) return mailbox;
    bare.push(mailbox.value.address);
  }
  return ok(bare);
}

/** Mailboxes as typed, separated by commas outside quotes. */
function mailboxes(typed: string): readonly string[] {
  const parts = typed.match(/(?:"(?:[^"\\]|\\.)*"|[^,])+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
