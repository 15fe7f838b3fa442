import type { SectionList, SectionPerson } from './section';

/** What an M, R or L line says: an address, with a name before it and a remark behind it; empty is absent. */
interface Mailbox {
  readonly name: string;
  readonly address: string;
  readonly note: string;
}

/** The person of an M or R line. A name without an address is kept as such. */
export function personIn(value: string, role: 'M' | 'R', line: number): SectionPerson {
  const { name, address, note } = mailboxIn(value);
  // two of three lines are like the first; spreading empty objects into each of them is what parsing would wait for
  if (name !== '' && address !== '' && note === '') return { name, address, role, line };
  return {
    ...(name === '' ? {} : { name }),
    ...(address === '' ? {} : { address }),
    role,
    ...(note === '' ? {} : { note }),
    line,
  };
}

/** The list of an L line; undefined where it names no address. */
export function listIn(value: string, line: number): SectionList | undefined {
  const { name, address, note } = mailboxIn(value);
  if (address === '') return undefined;
  if (name === '' && note === '') return { address, line };
  return { address, ...(name === '' ? {} : { name }), ...(note === '' ? {} : { note }), line };
}

/**
 * `Name <address> (note)`, `"Name, the" <address>`, `address (note)`, or a name alone. Done by looking for single
 * characters, so that a line of a megabyte costs no more than reading it.
 */
function mailboxIn(value: string): Mailbox {
  const text = value.trim();
  const open = text.lastIndexOf('<');
  const close = text.indexOf('>', open);
  if (open >= 0 && close > open) {
    return mailbox(text.slice(0, open), text.slice(open + 1, close), text.slice(close + 1));
  }
  const at = text.indexOf('@');
  if (at < 0) return mailbox(text, '', '');
  let start = at;
  let end = at;
  while (start > 0 && !isBlank(text.charAt(start - 1))) start -= 1;
  while (end < text.length && !isBlank(text.charAt(end))) end += 1;
  return mailbox(text.slice(0, start), text.slice(start, end), text.slice(end));
}

function mailbox(before: string, between: string, after: string): Mailbox {
  return { name: unquoted(before.trim()), address: lowerDomain(between.trim()), note: unwrapped(after.trim()) };
}

/** True for something that mail can be sent to: ASCII, one `@`, text on both sides, nothing between. */
export function isAddress(text: string): boolean {
  return /^[!-;=?A-~]+@[!-;=?A-~]+$/.test(text);
}

function lowerDomain(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  const domain = address.slice(at);
  const lower = domain.toLowerCase();
  return lower === domain ? address : address.slice(0, at) + lower;
}

function unquoted(name: string): string {
  if (name.length < 2 || !name.startsWith('"') || !name.endsWith('"')) return name;
  return name.slice(1, -1).replace(/\\(.)/g, '$1').trim();
}

function unwrapped(note: string): string {
  return note.startsWith('(') && note.endsWith(')') ? note.slice(1, -1).trim() : note;
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}
