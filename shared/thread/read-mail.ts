import { ok, refuse, type Result } from '../result';
import { correspondents, decoded, mailboxes, MAX_ADDRESS_CHARACTERS } from './addresses';
import { authorOf, listsOf } from './author';
import { oneLine } from './clean';
import { readDate } from './dates';
import { first, joined, readHeader, type Header } from './header';
import type { Author, Mail } from './mail';
import type { RawMail } from './mbox';
import { messageIds } from './message-ids';
import { readMime } from './mime';
import { readPlain, type Body } from './plain';
import type { Platform } from './platform';

/** What is read of a mail's bytes: as the splitter gives it, or a whole file. */
export type MailBytes = Pick<RawMail, 'bytes' | 'place'> & Partial<Pick<RawMail, 'cut'>>;

/** The domain of ids that are made of a mail's bytes, because it came without one. */
const NO_ID = 'no-message-id.invalid';
const LONGEST_DATE = 200;

/**
 * Reads one mail. Whatever is wrong with it becomes a warning and the mail comes in, with its bytes; only one whose
 * header no server would have passed on is refused.
 */
export async function readMail(raw: MailBytes, platform: Platform): Promise<Result<Mail>> {
  const header = readHeader(raw.bytes, platform);
  if ('tooLarge' in header) {
    return refuse(
      `Mail ${raw.place + 1} of the file is left out: its header is larger than any that servers pass on.`,
      {
        found: header.tooLarge,
      },
    );
  }
  const body = readPlain(raw.bytes, header, platform) ?? (await readMime(raw.bytes, header.bodyAt, platform));
  return ok(mailOf(raw, header, body, platform));
}

/** A mail of its header and its body's text. */
export function mailOf(raw: MailBytes, header: Header, body: Body, platform: Platform): Mail {
  const to = mailboxes(joined(header, 'to'));
  const cc = mailboxes(joined(header, 'cc'));
  const lists = listsOf(header, [...to, ...cc]);
  const author = authorOf(header, lists);
  const [givenId] = messageIds(first(header, 'message-id'));
  const id = givenId ?? `${platform.sha256(raw.bytes).slice(0, 32)}@${NO_ID}`;
  const dateText = oneLine(first(header, 'date')).slice(0, LONGEST_DATE);
  const date = readDate(first(header, 'date'));
  const answered = messageIds(first(header, 'in-reply-to')).filter((each) => each !== id);
  const referred = messageIds(first(header, 'references')).filter((each) => each !== id);
  const warnings = [
    ...(raw.cut === true ? ['The file ends in the middle of it: it may be incomplete.'] : []),
    ...(givenId === undefined ? ['It has no Message-ID, so no reply can name it.'] : []),
    ...(date === undefined ? [dateText === '' ? 'It has no date.' : 'Its date can’t be read.'] : []),
    ...doubtful(author),
    ...(lists.includes(author.address ?? '') ? ['Its author stands only as a list.'] : []),
    ...(joined(header, 'to').length > MAX_ADDRESS_CHARACTERS || joined(header, 'cc').length > MAX_ADDRESS_CHARACTERS
      ? ['It has more recipients than can be read.']
      : []),
    ...body.warnings,
  ];
  return {
    id,
    author,
    to: correspondents(to),
    cc: correspondents(cc),
    subject: oneLine(decoded(first(header, 'subject'))),
    ...(date === undefined ? {} : { date }),
    dateText,
    parents: [...new Set([...answered.slice(0, 1), ...referred.toReversed()])],
    references: referred.length > 0 ? referred : answered,
    lists,
    body: cleanBody(body.text),
    place: raw.place,
    fields: header.count,
    warnings,
    ...(warnings.length === 0 ? {} : { raw: raw.bytes }),
  };
}

/** Whether what was read says nothing of its own: nobody, no subject, no time, no id. */
export function isNoMail(mail: Mail): boolean {
  const { name, address } = mail.author;
  const named = name ?? address ?? mail.to[0] ?? mail.cc[0];
  return named === undefined && mail.subject + mail.dateText === '' && mail.id.endsWith(NO_ID);
}

function doubtful({ doubts = [] }: Author): readonly string[] {
  return doubts.map((doubt) => {
    switch (doubt) {
      case 'ambiguous':
        return 'It has several senders or several Message-IDs, so it can’t be told who spoke.';
      case 'address-in-name':
        return 'The sender’s name holds an address that is not the one it was sent from.';
      case 'look-alike':
        return 'The sender’s name is written so that it looks like another.';
    }
  });
}

/** Lines are ended by LF, and the empty ones at the end are gone. */
function cleanBody(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r+\n?/g, '\n') : text;
  let end = lines.length;
  while (end > 0 && /\s/.test(lines.charAt(end - 1))) end -= 1;
  return lines.slice(0, end).replaceAll('\0', '\ufffd');
}
