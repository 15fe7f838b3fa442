import type { MailToOpen } from '../shared/ipc';
import { ok, refuse, type Result } from '../shared/result';

/** What every system's mail programs take; Windows stops at 2,081 characters. */
const MAX_URL = 1_900;
// C0 and C1 controls, DEL and the two separators: any of them could start a header of its own.
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u;
const BODY_CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u;
const ADDRESS = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+$/u;

/** A mailto: URL, and whether the body had to be left out of it. */
export interface Mailto {
  readonly url: string;
  readonly bodyLeftOut: boolean;
}

/**
 * A mail as a mailto: URL (RFC 6068), without its body if that made the URL longer than mail programs take.
 * Refuses, by name, a field that could smuggle in another header, and an address that isn't one.
 */
export function mailtoOf(mail: MailToOpen): Result<Mailto> {
  const cc = mail.cc ?? [];
  const body = mail.body.replaceAll('\r\n', '\n');
  const id = mail.inReplyTo?.replace(/^<(.*)>$/u, '$1');
  const wrong =
    wrongAddress('to', mail.to) ??
    wrongAddress('cc', cc) ??
    withControl('subject', mail.subject, CONTROL) ??
    (id === undefined ? undefined : wrongMessageId(id)) ??
    withControl('body', body, BODY_CONTROL);
  if (wrong !== undefined) return wrong;

  const headers = [
    cc.length === 0 ? undefined : `cc=${cc.map(encoded).join(',')}`,
    `subject=${encoded(mail.subject)}`,
    id === undefined ? undefined : `in-reply-to=${encoded(`<${id}>`)}`,
  ].filter((header) => header !== undefined);
  const short = `mailto:${mail.to.map(encoded).join(',')}?${headers.join('&')}`;
  if (short.length > MAX_URL) {
    return refuse('too much for a mail program’s address line: save the mail as a file instead', {
      found: `${String(short.length)} characters without the body`,
      expected: `at most ${String(MAX_URL)}`,
    });
  }
  const long = `${short}&body=${encoded(body.replaceAll('\n', '\r\n'))}`;
  return ok(long.length > MAX_URL ? { url: short, bodyLeftOut: true } : { url: long, bodyLeftOut: false });
}

/** Percent-encodes all but RFC 3986's unreserved characters and `@`; lone surrogates become U+FFFD. */
function encoded(text: string): string {
  const wellFormed = Buffer.from(text).toString();
  return encodeURIComponent(wellFormed)
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%40', '@');
}

function withControl(field: string, text: string, control: RegExp): Result<never> | undefined {
  const found = control.exec(text)?.[0];
  if (found === undefined) return undefined;
  const name = `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  return refuse(`the mail’s ${field} holds a control character: take it out`, { found: name, expected: 'plain text' });
}

function wrongAddress(field: string, addresses: readonly string[]): Result<never> | undefined {
  for (const address of addresses) {
    const wrong = withControl(field, address, CONTROL);
    if (wrong !== undefined) return wrong;
    if (!ADDRESS.test(address)) {
      return refuse(`the mail’s ${field} holds something that is no address: correct it`, {
        found: address,
        expected: 'name@host',
      });
    }
  }
  return undefined;
}

function wrongMessageId(id: string): Result<never> | undefined {
  const wrong = withControl('inReplyTo', id, CONTROL);
  if (wrong !== undefined || /^[^\s<>@]+@[^\s<>@]+$/u.test(id)) return wrong;
  return refuse('the mail’s inReplyTo is no Message-ID: take it from the mail again', {
    found: id,
    expected: 'id@host',
  });
}
