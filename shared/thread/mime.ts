import PostalMime from 'postal-mime';
import { attachmentLine } from './attachment';
import { LF } from './bytes';
import { decodeText } from './charset';
import { unflow } from './flowed';
import { MAX_HEADER_BYTES } from './header';
import { htmlToText } from './html-text';
import type { Body } from './plain';
import type { Platform } from './platform';
import { fromBase64, fromQuotedPrintable } from './transfer';

/** A part as the library has it while it reads; it exports neither the class nor its type. */
interface Part {
  readonly postalMime: PostalMime;
  readonly content: ArrayBuffer | null;
  contentDecoder: {
    readonly update: (line: Uint8Array) => void;
    readonly finalize: () => Promise<ArrayBufferLike>;
  } | null;
  readonly contentType: { readonly parsed: { readonly params: Readonly<Record<string, string>> } };
}

interface Reading {
  readonly platform: Platform;
  readonly warnings: string[];
}

/** Signatures are proof, not something that a person attached. */
const NOT_NAMED = new Set([
  'application/pgp-signature',
  'application/pkcs7-signature',
  'application/x-pkcs7-signature',
]);
const readings = new WeakMap<PostalMime, Reading>();
let latest: Reading | undefined;

/**
 * The text of a mail of any MIME form: its plain texts, else its HTML as text; what is attached is only named. Nested
 * deeper than the library goes, or broken so that it gives up, it is shown as it was sent, with a warning.
 */
export async function readMime(bytes: Uint8Array, bodyAt: number, platform: Platform): Promise<Body> {
  const parser = new PostalMime({ maxHeadersSize: MAX_HEADER_BYTES });
  decodeAsWeDo(parser);
  const reading: Reading = { platform, warnings: [] };
  readings.set(parser, reading);
  latest = reading;
  try {
    const email = await parser.parse(bytes);
    const text = email.text ?? (email.html === undefined ? '' : htmlToText(email.html));
    const named = email.attachments.filter(({ mimeType }) => !NOT_NAMED.has(mimeType)).map(attachmentLine);
    return { text: [text, ...named].join('\n'), warnings: [...new Set(reading.warnings)] };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      text: decodeText(bytes.subarray(bodyAt), undefined, platform).text,
      warnings: [`Its parts can’t be taken apart, so it is shown as it was sent: ${why}.`],
    };
  }
}

/**
 * The library ignores quote depths in flowed text and leaves charsets to the platform's decoder, faults included, so
 * the method that does both is replaced by ours, and for its speed the one that decodes transfer encodings. A test
 * fails if a version of the library no longer has them.
 */
function decodeAsWeDo(parser: PostalMime): void {
  // the class of its parts is reached through the one part that every parser has
  const { root } = parser as unknown as { readonly root: object };
  const prototype = Object.getPrototypeOf(root) as {
    getTextContent: (this: Part) => string;
    setupContentDecoder: (this: Part, encoding: string) => void;
  };
  prototype.getTextContent = textOf;
  prototype.setupContentDecoder = function (encoding) {
    this.contentDecoder = transferOf(encoding);
  };
}

/** What takes a part's lines, without their ends, and gives its bytes. The library's goes through a Blob for each part. */
function transferOf(encoding: string): Part['contentDecoder'] {
  const lines: Uint8Array[] = [];
  return {
    update: (line) => lines.push(line),
    finalize: () => {
      const sent = new Uint8Array(lines.reduce((sum, { length }) => sum + length + 1, 0));
      let at = 0;
      for (const line of lines) {
        sent.set(line, at);
        sent[at + line.length] = LF;
        at += line.length + 1;
      }
      const { bytes } = /base64/i.test(encoding)
        ? fromBase64(sent)
        : /quoted-printable/i.test(encoding)
          ? fromQuotedPrintable(sent)
          : { bytes: sent };
      return Promise.resolve(bytes.slice().buffer);
    },
  };
}

function textOf(this: Part): string {
  // a mail within a mail is read by a parser of its own, in the course of the same reading
  const reading = readings.get(this.postalMime) ?? latest;
  if (this.content === null || reading === undefined) return '';
  const { charset, format = '', delsp = '' } = this.contentType.parsed.params;
  const { text, warning } = decodeText(new Uint8Array(this.content), charset, reading.platform);
  if (warning !== undefined) reading.warnings.push(warning);
  return format.toLowerCase() === 'flowed' ? unflow(text, delsp.toLowerCase() === 'yes') : text;
}
