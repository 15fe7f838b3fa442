import type { MailToOpen } from '../../shared/ipc';
import { sha256Of } from '../../shared/record/sha256';
import { ok, type Result } from '../../shared/result';
import { meetingOf } from '../../shared/session/meeting';
import type { Session } from '../../shared/session/session';
import { atOnce } from '../../shared/steps';
import { subsystems } from '../../shared/session/subsystems';
import type { Block, Summary } from '../../shared/summary/document';
import type { Envelope } from '../../shared/summary/eml';
import { readMailbox } from '../../shared/summary/mailbox';
import { mailSetting } from '../../shared/summary/mail-text';
import { AT_ONCE } from '../../shared/summary/sealing';
import { summaryBlocks, type SummaryOptions } from '../../shared/summary/summarise';
import type { State } from './state';

/** A summary with its text. */
interface Made {
  readonly session: Session;
  readonly options: SummaryOptions;
  readonly summary: Summary;
  readonly body: string;
}

/** The mail as it would go out: what the Summary view shows and every way out of it takes. */
export interface SummaryMail extends Made {
  readonly envelope: Envelope;
}

/**
 * The last one of a session, and of which revision of it: who gets it can be typed, and every way out taken, without making
 * it anew.
 */
const made = new WeakMap<Session, Made & { readonly revision: number }>();

/** The summary of the open session, made for the moment on the screen with what was chosen; undefined where none is open. */
export function summaryMail(state: State): SummaryMail | undefined {
  return atOnce(makingSummaryMail(state));
}

/**
 * The same in steps, each of which tells the share that is made, from 0 to 1; between them the page can answer.
 * Undefined too where the record has grown before all was made.
 */
export function* makingSummaryMail(state: State): Generator<number, SummaryMail | undefined> {
  const { open } = state;
  if (open === undefined) return undefined;
  const { session } = open;
  const made = yield* making(session, optionsOf(state));
  return made === undefined ? undefined : { ...made, envelope: envelopeOf(state, session) };
}

function* making(session: Session, options: SummaryOptions): Generator<number, Made | undefined> {
  const { revision } = session;
  const before = made.get(session);
  if (before?.revision === revision && isSame(before.options, options)) return before;
  const mail = mailSetting();
  const blocks: Block[] = [];
  // each has a row in the table, and then its part; then the lines are sealed
  const all = 2 * (options.subsystems ?? subsystems(session)).length + Math.ceil(session.entries.size / AT_ONCE);
  let done = 0;
  const steps = summaryBlocks(session, options);
  let step = steps.next();
  while (step.done !== true) {
    const block = step.value;
    if (block !== undefined) {
      blocks.push(block);
      mail.put(block);
    }
    if (block === undefined || (block.type === 'heading' && block.about !== undefined)) done += 1;
    yield Math.min(done / all, 1);
    if (session.revision !== revision) return undefined;
    step = steps.next();
  }
  const summary = { ...step.value, blocks };
  const now = { session, revision, options, summary, body: mail.end(summary) };
  made.set(session, now);
  return now;
}

function isSame(one: SummaryOptions, other: SummaryOptions): boolean {
  const names = Object.keys({ ...one, ...other }) as (keyof SummaryOptions)[];
  return names.every((name) => one[name] === other[name]);
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
    remembers: true,
    ...(log === undefined ? {} : { log }),
    ...(people === undefined ? {} : { people }),
    ...(since === undefined ? {} : { since }),
    ...(reply === undefined ? {} : { reply }),
    ...(subsystems === undefined ? {} : { subsystems }),
  };
}

/** Who it is from and who gets it: as typed, else from the scribe to the thread's list. */
export function envelopeOf({ summary, settings }: Pick<State, 'summary' | 'settings'>, session: Session): Envelope {
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
