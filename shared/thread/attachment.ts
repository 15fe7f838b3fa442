import type { Attachment } from 'postal-mime';
import { oneLine } from './clean';

const LONGEST = 80;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=[.]|$)/i;

/** What stands in a mail's text for something attached to it, which is neither kept nor opened. */
export function attachmentLine({ filename, mimeType, content }: Attachment): string {
  const size = typeof content === 'string' ? content.length : content.byteLength;
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(mimeType) ? mimeType.slice(0, LONGEST) : 'of unknown type';
  return `[attachment: ${safeFileName(filename ?? '')}, ${type}, ${size} bytes]`;
}

/**
 * A file name that means nothing but itself wherever it is used: no folders, no hidden file, no device of an old
 * system, nothing invisible or turned round, and of a length that every disk takes. The ending stays.
 */
export function safeFileName(name: string): string {
  const last = oneLine(name.replaceAll('\0', '')).split(/[/\\]/).at(-1);
  const plain = (last ?? '')
    .replace(/[<>:"|?*[\],]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .replace(RESERVED, '$&_');
  if (plain === '') return 'unnamed';
  const characters = [...plain];
  if (characters.length <= LONGEST) return plain;
  const dot = characters.lastIndexOf('.');
  const ending = dot !== -1 && characters.length - dot <= 10 ? characters.slice(dot) : [];
  return [...characters.slice(0, LONGEST - ending.length), ...ending].join('');
}
