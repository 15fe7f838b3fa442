import { meetingOf } from '../session/meeting';
import { subsystemOf } from '../session/subsystems';
import type { Summary } from './document';
import { readMailbox, type Mailbox } from './mailbox';
import { withoutParts } from './order';
import type { Page } from './page';

/** The message that a summary answers. */
export interface Reply {
  /** its Message-ID, without brackets */
  readonly message: string;
  /** the References of that message, the thread's first one first */
  readonly references: readonly string[];
  readonly subject: string;
}

/** What is needed of a message of the thread: a mail of `shared/thread` has all of it. */
export interface Answered {
  readonly id: string;
  readonly references: readonly string[];
  readonly subject: string;
  readonly author: Correspondent & { readonly masked?: true };
  readonly to: readonly Correspondent[];
  readonly cc: readonly Correspondent[];
}

interface Correspondent {
  readonly name?: string;
  readonly address?: string;
}

/** An answer to a message, and who would get one: its author and who got it, as a start that a person changes. */
export function answerTo(
  message: Answered,
  own?: string,
): { readonly reply: Reply; readonly to: readonly Mailbox[]; readonly cc: readonly Mailbox[] } {
  const { id, references, subject, author } = message;
  const seen = new Set(own === undefined ? [] : [own.toLowerCase()]);
  const each = (all: readonly Correspondent[]): readonly Mailbox[] =>
    all.flatMap(({ name, address }) => {
      const mailbox = readMailbox({ address: address ?? '', ...(name === undefined ? {} : { name }) }, 'Cc');
      // what an archive masked, or nobody can send to, is no proposal
      if (!mailbox.ok || seen.has(mailbox.value.address.toLowerCase())) return [];
      seen.add(mailbox.value.address.toLowerCase());
      return [mailbox.value];
    });
  const others = each(message.to);
  const writer = each([author]);
  const cc = each(message.cc);
  const reply = { message: id, references, subject };
  // what went to oneself alone is answered to its author
  return others.length === 0 ? { reply, to: writer, cc } : { reply, to: others, cc: [...writer, ...cc] };
}

/** The subject of an answer keeps the thread's own, so that the thread stays together. */
function answering(subject: string): string {
  return /^re:/i.test(subject) ? subject : `Re: ${subject}`;
}

/** Where it is sent: as an answer in a thread under the thread's own subject, or as a new mail under its title. */
export function addressed(
  page: Page,
  reply: Reply | 'nothing' | undefined,
): Pick<Summary, 'subject' | 'title' | 'thread'> {
  const meeting = meetingOf(page.session);
  const title = page.cell(meeting?.title ?? 'Untitled session');
  const own = meeting?.entry.thread;
  const to =
    reply ??
    (own === undefined ? 'nothing' : { message: own.root, subject: own.subject, references: own.references ?? [] });
  if (to === 'nothing') return { subject: subjectOf(page, title), title };
  const references = [...to.references.filter((id) => id !== to.message), to.message];
  return { subject: answering(to.subject), title, thread: { inReplyTo: to.message, references } };
}

/** A new mail says by its subject what it is about: of an extract, which subsystem. */
function subjectOf({ session, chosen, cell }: Page, title: string): string {
  const [only, ...more] = chosen === undefined ? [] : withoutParts(session, chosen);
  return only === undefined || more.length > 0 ? title : `${title}: ${cell(subsystemOf(session, only).name)}`;
}
