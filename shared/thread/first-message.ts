import PostalMime, { type Address, type Email } from 'postal-mime';
import { ok, refuse, type Result } from '../result';
import { oneLine } from './clean';
import { messageIds } from './message-ids';

/** What the first message of a mail or mbox says about the thread that it opens. Message-IDs stand without brackets. */
export interface FirstMessage {
  /** as it stands in the mail, on one line */
  readonly subject: string;
  /** the subject without `Re:` and without tags in brackets at its start */
  readonly title: string;
  readonly messageId: string;
  /** what it refers to, the oldest first */
  readonly references: readonly string[];
  /** the list it was sent to: as List-Post or List-Id name it, else the first of To and Cc */
  readonly list?: string;
  /** who wrote it, and whom it was sent to beside the list */
  readonly people: readonly Correspondent[];
}

export interface Correspondent {
  readonly name?: string;
  readonly address: string;
}

/** No header section is longer; a longer one is no mail that people wrote. */
const MAX_HEADER_BYTES = 256 * 1024;
/** Headers that name one thing: two of them, and two programs disagree about who spoke or where to reply. */
const SINGLE = ['from', 'subject', 'message-id', 'references', 'in-reply-to'] as const;
const LF = 0x0a;
const CR = 0x0d;
const NUL = 0x00;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;
/** `From ` */
const FROM_LINE = [0x46, 0x72, 0x6f, 0x6d, 0x20] as const;

/**
 * Reads the header of the first message in the bytes of an .eml or mbox file. Bodies are not looked at, so nothing in
 * them can do harm, and a large mbox costs no more than a small one. `name` is what messages call the file.
 */
export async function readFirstMessage(name: string, bytes: Uint8Array): Promise<Result<FirstMessage>> {
  const header = headerBytes(bytes);
  if (header === undefined) {
    return refuse('The first message of the file has no end of its header.', {
      file: name,
      expected: `an empty line within ${String(MAX_HEADER_BYTES)} bytes`,
    });
  }
  if (header.includes(NUL))
    return refuse('The header of the first message has NUL bytes.', { file: name, found: 'NUL' });
  let email: Email;
  try {
    email = await PostalMime.parse(header);
  } catch (error) {
    return refuse('The header of the first message can’t be read.', { file: name, found: String(error) });
  }
  const twice = SINGLE.find((key) => email.headers.filter((field) => field.key === key).length > 1);
  if (twice !== undefined) {
    return refuse(`The first message has two ${twice} headers, so it can’t be told which one counts.`, {
      file: name,
      found: `${twice} twice`,
      expected: `${twice} once`,
    });
  }
  const [messageId] = messageIds(email.messageId ?? '');
  if (messageId === undefined) {
    return refuse('The first message has no Message-ID, so nothing can reply to it.', {
      file: name,
      found: email.messageId ?? 'none',
      expected: 'Message-ID: <...>',
    });
  }
  const subject = oneLine(email.subject ?? '');
  const references = messageIds(
    `${email.references ?? ''} ${email.references === undefined ? (email.inReplyTo ?? '') : ''}`,
  );
  const list = listOf(email);
  return ok({
    subject: subject === '' ? '(no subject)' : subject,
    title: titleOf(subject),
    messageId,
    references: references.filter((id) => id !== messageId),
    ...(list === undefined ? {} : { list }),
    people: peopleOf(email, list),
  });
}

/** The header section of the first message: behind a `From ` line and blank lines, up to the first empty line. */
function headerBytes(bytes: Uint8Array): Uint8Array | undefined {
  let start = startsWith(bytes, BYTE_ORDER_MARK, 0) ? BYTE_ORDER_MARK.length : 0;
  while (bytes[start] === LF || bytes[start] === CR) start += 1;
  if (startsWith(bytes, FROM_LINE, start) || startsWith(bytes, [0x3e, ...FROM_LINE], start)) {
    const end = bytes.indexOf(LF, start);
    if (end === -1) return undefined;
    start = end + 1;
  }
  for (let at = bytes.indexOf(LF, start); at !== -1 && at - start < MAX_HEADER_BYTES; at = bytes.indexOf(LF, at + 1)) {
    const next = bytes[at + 1] === CR ? at + 2 : at + 1;
    if (next >= bytes.length || bytes[next] === LF) return bytes.slice(start, at + 1);
  }
  return undefined;
}

function startsWith(bytes: Uint8Array, start: readonly number[], from: number): boolean {
  return start.every((byte, at) => bytes[from + at] === byte);
}

/** `Re: [MAINTAINERS SUMMIT] [RFC] Passthrough?` is about `Passthrough?`. */
function titleOf(subject: string): string {
  const title = subject.replace(/^(?:\s*(?:re|fwd?|aw|sv)\s*(?:\[\d+\])?:|\s*\[[^\]]*\])+\s*/i, '');
  return title === '' ? (subject === '' ? 'Untitled' : subject) : title;
}

function listOf(email: Email): string | undefined {
  const header = (key: string): string => email.headers.find((field) => field.key === key)?.value ?? '';
  const post = /<mailto:([^<>\s?]+@[^<>\s?]+)[?>]/i.exec(header('list-post'))?.[1];
  if (post !== undefined) return post.toLowerCase();
  const sentTo = mailboxes([...(email.to ?? []), ...(email.cc ?? [])]);
  // a List-Id is the list's address with a dot for the @ (RFC 2919 asks only for a name of that form)
  const id = /<([^<>\s]+)>/.exec(header('list-id'))?.[1]?.toLowerCase();
  const named = sentTo.find(({ address }) => address.replace('@', '.') === id);
  return (named ?? sentTo[0])?.address;
}

function peopleOf(email: Email, list: string | undefined): readonly Correspondent[] {
  const all = mailboxes([...(email.from === undefined ? [] : [email.from]), ...(email.to ?? []), ...(email.cc ?? [])]);
  const seen = new Set(list === undefined ? [] : [list]);
  return all.filter(({ address }) => !seen.has(address) && seen.add(address));
}

function mailboxes(addresses: readonly Address[]): readonly Correspondent[] {
  return addresses.flatMap((each): readonly Correspondent[] => {
    if (each.address === undefined) return mailboxes(each.group);
    const address = oneLine(each.address).toLowerCase();
    const name = oneLine(each.name);
    return address.includes('@') ? [name === '' ? { address } : { name, address }] : [];
  });
}
