import type { Summary } from './document';

/** The body of the mail: plain text with LF, at most 72 columns but for link lines, ending in the seal. */
export function mailText(_summary: Summary): string {
  throw new Error('being written');
}
