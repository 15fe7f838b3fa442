import { ok, refuse, type Result } from '../result';
import { isAscii } from './characters';
import { encodedWords } from './encoded-words';

/** One mailbox that a mail may be sent to: the address is strict ASCII, the name any readable text. */
export interface Mailbox {
  readonly name?: string;
  readonly address: string;
}

const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
/** A dot-atom at a domain with a dot (RFC 5322, 3.4.1): what archives mask (`a@...com`, `a@xxx`) is none. */
const ADDRESS = new RegExp(`^(?=.{3,254}$)${ATOM}(?:\\.${ATOM})*@${LABEL}(?:\\.${LABEL})+$`);
const NAMED = /^(?:"((?:[^"\\]|\\.)*)"|([^"<>,;:@]*?))\s*<([^<>\s]*)>$/;
/** What must stand in no header: line ends, controls, and marks that change the direction of writing. */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** The first character of a text that must not stand in a header, by its number: `U+000A`. */
export function unsafeIn(text: string): string | undefined {
  const [found] = UNSAFE.exec(text) ?? [];
  return found === undefined
    ? undefined
    : `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A mailbox from its two parts, or from `Name <address>` or `address`; `field` names the header in a refusal. */
export function readMailbox(given: string | Mailbox, field: string): Result<Mailbox> {
  const unsafe = unsafeIn(typeof given === 'string' ? given : `${given.name ?? ''} ${given.address}`);
  if (unsafe !== undefined) return refuse(`${field} holds a character that no header may.`, { found: unsafe });
  const { name = '', address } = typeof given === 'string' ? parts(given) : given;
  if (!ADDRESS.test(address)) {
    return refuse(`${field} is not one address that mail can be sent to.`, {
      found: address === '' ? 'nothing' : address,
      expected: 'name@host.domain or Name <name@host.domain>',
    });
  }
  const shown = name.trim().replace(/ +/g, ' ');
  return ok(shown === '' ? { address } : { name: shown, address });
}

/** The address in a line of MAINTAINERS, which notes things behind it: `linux-media@vger.kernel.org (open list)`. */
export function bareAddress(text: string): string | undefined {
  const found = /[^\s<>()]+@[^\s<>()]+/.exec(text)?.[0];
  return found !== undefined && ADDRESS.test(found) ? found : undefined;
}

function parts(text: string): Mailbox {
  const [, quoted, plain, address] = NAMED.exec(text.trim()) ?? [];
  if (address === undefined) return { address: text.trim() };
  return { name: quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '', address };
}

/** A mailbox as a person types it, which `readMailbox` reads back: the name as it is, quoted where it holds what else would end it. */
export function typedMailbox(mailbox: string | Mailbox): string {
  if (typeof mailbox === 'string') return mailbox;
  const { name = '', address } = mailbox;
  if (name === '') return address;
  return `${/["<>,;:@\\]/.test(name) ? quoted(name) : name} <${address}>`;
}

/** A mailbox as the words of a header: the name as it is where it may be, else quoted, else encoded. */
export function mailboxWords({ name, address }: Mailbox): readonly string[] {
  if (name === undefined) return [address];
  return [...nameWords(name), `<${address}>`];
}

function nameWords(name: string): readonly string[] {
  if (!isAscii(name) || name.includes('=?') || name.length > 60) return encodedWords(name);
  if (new RegExp(`^${ATOM}(?: ${ATOM})*$`).test(name)) return name.split(' ');
  return [quoted(name)];
}

function quoted(name: string): string {
  return `"${name.replace(/["\\]/g, '\\$&')}"`;
}
