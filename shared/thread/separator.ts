import { asciiOf, BYTE_ORDER_MARK, CR, GREATER, LF, startsWith } from './bytes';

/**
 * How an mbox tells its mails apart: decided by its first line and kept to the end ("dialect lock"), because every
 * other line that begins with `From ` is then text of somebody's, whatever it looks like.
 */
export interface Dialect {
  readonly name: 'lore' | 'b4' | 'git-patch' | 'thunderbird' | 'dated';
  /** the whole separator, where it is always the same */
  readonly line?: string;
  /** which `>From ` lines lose a `>`: all with more `>` too (mboxrd), those with one (mboxo), or none */
  readonly escaped: 'any' | 'one' | 'none';
}

/** `From ` */
export const FROM = [0x46, 0x72, 0x6f, 0x6d, 0x20] as const;
/** as many bytes of a line tell whether it is a header field */
export const HEADER_NAME = 100;
const LORE = 'From mboxrd@z Thu Jan  1 00:00:00 1970';
const B4 = 'From git@z Thu Jan  1 00:00:00 1970';
const PATCH = /^From [0-9a-f]{40} Mon Sep 17 00:00:00 2001$/;
const BARE = /^From (?:- ?)?$/;
const DATE =
  / (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\d{1,2} \d\d:\d\d(?::\d\d)?(?: [A-Z]{1,5}| [+-]\d{4})? \d{4}(?: [+-]\d{4})?\s*$/;
const KNOWN_HEADER =
  /^(?:x-[!-9;-~]+|content-[a-z-]+|list-[a-z-]+|arc-[a-z-]+|resent-[a-z-]+|dkim-[a-z-]+|mime-version|return-path|received|from|to|cc|bcc|subject|date|message-id|in-reply-to|references|reply-to|sender|delivered-to|envelope-to|authentication-results|received-spf|user-agent|precedence|status|errors-to|organi[sz]ation|importance|priority|lines|mail-followup-to|mailing-list|newsgroups|path|xref|autocrypt|feedback-id|approved(?:-by)?|thread-[a-z]+|comments|keywords)[ \t]*:/i;
const ANY_HEADER = /^[!-9;-~]+[ \t]*:/;

/** The dialect whose separator this line is, without its line end. */
export function dialectOf(line: string): Dialect | undefined {
  if (line === LORE) return { name: 'lore', line, escaped: 'any' };
  if (line === B4) return { name: 'b4', line, escaped: 'none' };
  if (PATCH.test(line)) return { name: 'git-patch', escaped: 'none' };
  if (BARE.test(line) || (line.startsWith('From - ') && DATE.test(line)))
    return { name: 'thunderbird', escaped: 'one' };
  return line.startsWith('From ') && DATE.test(line) ? { name: 'dated', escaped: 'one' } : undefined;
}

/** Whether a line that begins with `From ` starts a mail in this dialect, given what stands around it. */
export function separates(dialect: Dialect, line: string, blankBefore: boolean, next: string): boolean {
  if (dialect.line !== undefined) return line === dialect.line && ANY_HEADER.test(next);
  if (dialect.name === 'git-patch') return PATCH.test(line) && ANY_HEADER.test(next);
  const found = dialectOf(line)?.name;
  const ours = found === dialect.name || (dialect.name === 'dated' && found !== undefined && found !== 'git-patch');
  return ours && blankBefore && KNOWN_HEADER.test(next);
}

/** Whether the first bytes of a file can be those of an mbox or of a mail. */
export function looksLikeMail(head: Uint8Array): boolean {
  let at = startsWith(head, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  while (head[at] === LF || head[at] === CR) at += 1;
  const end = head.indexOf(LF, at);
  const line = asciiOf(head, at, end === -1 ? head.length : end).trimEnd();
  if (!startsWith(head, FROM, at) && !startsWith(head, [GREATER, ...FROM], at)) return ANY_HEADER.test(line);
  if (dialectOf(line) !== undefined) return true;
  return ANY_HEADER.test(asciiOf(head, end + 1, head.length, HEADER_NAME));
}

/** Whether a line has the form of a header field. */
export function isHeaderLine(line: string): boolean {
  return ANY_HEADER.test(line);
}
