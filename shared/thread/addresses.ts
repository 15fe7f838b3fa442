import { addressParser, decodeWords } from 'postal-mime';
import { repairC1 } from './charset';
import { oneLine } from './clean';
import type { Correspondent } from './mail';

/** A mailbox of a header; `raw` is its name as it came, before anything invisible was taken out. */
export interface Mailbox {
  readonly name: string;
  readonly raw: string;
  /** '' where there is none that could be one */
  readonly address: string;
}

/** Headers of more characters are no addresses that anybody reads. */
export const MAX_ADDRESS_CHARACTERS = 1024 * 1024;
const SIMPLE = /^(?:"([^"\\]*)"|([\w.!#$&'*+/=?^`{|}~ -]*)) ?<([^\s<>@"(),:;[\]\\]+@[^\s<>@"(),:;[\]\\]+)>$/;
const BARE = /^[^\s<>@"(),:;[\]\\]+@[^\s<>@"(),:;[\]\\]+$/;
/** pipermail writes `user at host.example (Name)`, marc `Name <user () host ! example>` */
const PIPERMAIL = /^([^\s@()<>]+) at ([^\s@()<>]+\.[^\s@()<>]+)(?: \(([^()]*)\))?$/;

/** The mailboxes of an address header, groups opened, names decoded. */
export function mailboxes(header: string): readonly Mailbox[] {
  if (header === '' || header.length > MAX_ADDRESS_CHARACTERS) return [];
  const simple = simpleMailboxes(header);
  if (simple !== undefined) return simple;
  const pipermail = PIPERMAIL.exec(header);
  if (pipermail !== null) {
    const [, user = '', host = '', name = ''] = pipermail;
    return [mailbox(decoded(name), `${user}@${host}`)];
  }
  return addressParser(header, { flatten: true }).map(({ name, address = '' }) => mailbox(repairC1(name), address));
}

/** A header's text with its encoded words read (RFC 2047). */
export function decoded(text: string): string {
  return text.includes('=?') ? repairC1(decodeWords(text)) : text;
}

/** Mailboxes that have an address, as a mail keeps them. */
export function correspondents(boxes: readonly Mailbox[]): readonly Correspondent[] {
  return boxes
    .filter(({ address }) => address.includes('@'))
    .map(({ name, address }) => (name === '' ? { address } : { name, address }));
}

/** A name that only repeats the address is none. */
function mailbox(name: string, address: string): Mailbox {
  const raw = name === address ? '' : name;
  return { name: oneLine(raw), raw, address: lowerDomain(oneLine(address)) };
}

function lowerDomain(address: string): string {
  const at = address.lastIndexOf('@');
  return at === -1 ? address : address.slice(0, at) + address.slice(at).toLowerCase();
}

/** In a thread the same people are named again and again. */
const known = new Map<string, Mailbox>();
const MOST_KNOWN = 2000;

/** Most headers are plain: `Name <a@b>, c@d`. Undefined where this one needs the whole grammar. */
function simpleMailboxes(header: string): readonly Mailbox[] | undefined {
  if (/[=][?]|[();:\\]/.test(header)) return undefined;
  const found: Mailbox[] = [];
  for (const part of parts(header)) {
    const box = known.get(part) ?? simpleMailbox(part);
    if (box === undefined) return undefined;
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(part, box);
    found.push(box);
  }
  return found;
}

function simpleMailbox(part: string): Mailbox | undefined {
  const box = SIMPLE.exec(part);
  if (box !== null) return mailbox((box[1] ?? box[2] ?? '').trim(), box[3] ?? '');
  return BARE.test(part) ? mailbox('', part) : undefined;
}

/** What stands between the commas that are in no quotes. */
function parts(header: string): readonly string[] {
  const split = header.split(',');
  if (!header.includes('"')) return split.map((part) => part.trim()).filter((part) => part !== '');
  const joined: string[] = [];
  let open: string[] = [];
  let quoted = false;
  for (const part of split) {
    open.push(part);
    if (part.split('"').length % 2 === 0) quoted = !quoted;
    if (quoted) continue;
    joined.push(open.join(',').trim());
    open = [];
  }
  if (open.length > 0) joined.push(open.join(',').trim());
  return joined.filter((part) => part !== '');
}
