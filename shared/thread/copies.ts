import type { Mail, MailHead } from './mail';
import { masked } from './masked';

const MASKED = /[^\s<>"(),;:]{1,64}@[^\s<>"(),;:]{1,3}/g;
const FOOTER = /\n_{20,}\n[^]*$/;

/**
 * Whether two mails of one id say different things. What lists and archives do to a copy is no difference: other
 * Received lines, a footer, cut addresses, blanks.
 */
export function differs(a: Mail, b: Mail): boolean {
  return a.body !== b.body && plain(a.body) !== plain(b.body);
}

/** The copy that tells more: one whose author's address is whole, then the one with more header fields. */
export function fuller<M extends MailHead>(a: M, b: M): M {
  if ((a.author.masked === true) !== (b.author.masked === true)) return a.author.masked === true ? b : a;
  return b.fields > a.fields ? b : a;
}

function plain(body: string): string {
  return body.replace(FOOTER, '').replace(MASKED, masked).replace(/\s+/g, ' ').trim();
}
