import { decodeText } from './charset';
import { unflow } from './flowed';
import { first, type Header } from './header';
import type { Platform } from './platform';
import { fromBase64, fromQuotedPrintable } from './transfer';

/** The text of a mail's body and what is wrong with it, each a sentence. */
export interface Body {
  readonly text: string;
  readonly warnings: readonly string[];
}

const PARAMETER = /;[ \t]*(?:([\w-]+)[ \t]*=[ \t]*(?:"([^"\\]*)"|([^\s"();<>@,=?\\]+))[ \t]*)?/y;
const ENCODINGS = new Set(['', '7bit', '8bit', 'binary', 'quoted-printable', 'base64']);

/**
 * Reads the body of a mail that is one plain text, as most mails on kernel lists are: several times as fast as taking
 * it through the MIME library, with the same result. Undefined where it is anything else, or anything odd.
 */
export function readPlain(bytes: Uint8Array, header: Header, platform: Platform): Body | undefined {
  const parameters = plainText(header);
  const encoding = first(header, 'content-transfer-encoding').toLowerCase();
  if (parameters === undefined || !ENCODINGS.has(encoding)) return undefined;
  const sent = bytes.subarray(header.bodyAt);
  const { bytes: body, broken } =
    encoding === 'quoted-printable'
      ? fromQuotedPrintable(sent)
      : encoding === 'base64'
        ? fromBase64(sent)
        : { bytes: sent, broken: false };
  const { text, warning } = decodeText(body, parameters.get('charset'), platform);
  const flowed = parameters.get('format')?.toLowerCase() === 'flowed';
  return {
    text: flowed ? unflow(text, parameters.get('delsp')?.toLowerCase() === 'yes') : text,
    warnings: [
      ...(warning === undefined ? [] : [warning]),
      ...(broken ? [`Its ${encoding} is damaged, so the text may be wrong.`] : []),
    ],
  };
}

/** The parameters of a text/plain that is well formed and no attachment. */
function plainText(header: Header): ReadonlyMap<string, string> | undefined {
  for (const name of ['content-type', 'content-transfer-encoding', 'content-disposition']) {
    if ((header.fields.get(name)?.length ?? 0) > 1) return undefined;
  }
  if (!/^(?:inline)?$/i.test(first(header, 'content-disposition'))) return undefined;
  const type = first(header, 'content-type');
  const parameters = new Map<string, string>();
  if (type === '') return header.fields.has('content-type') ? undefined : parameters;
  const plain = /^text\/plain[ \t]*/i.exec(type);
  if (plain === null) return undefined;
  PARAMETER.lastIndex = plain[0].length;
  while (PARAMETER.lastIndex < type.length) {
    const found = PARAMETER.exec(type);
    if (found === null) return undefined;
    const name = (found[1] ?? '').toLowerCase();
    if (!parameters.has(name)) parameters.set(name, found[2] ?? found[3] ?? '');
  }
  return parameters;
}
