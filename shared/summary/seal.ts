import type { Summary } from './document';
import { settingsLines } from './settings';

/** The lines under the signature mark, at most four: what of the record it covers, and how it was made. */
export function signatureLines(
  { seal, settings }: Pick<Summary, 'seal' | 'settings'>,
  form: 'mail' | 'file' = 'file',
): readonly string[] {
  if (seal === undefined) return [];
  const { upTo, lines, sha256 } = seal;
  return [`Gavel, ${lines} lines up to ${upTo}`, `sha256 ${sha256}`, ...settingsLines(settings, form)];
}

/** In CSV the lines stand in a quoted cell, in JSON in one string. */
const SEAL =
  /(?:^[> \t]*|")Gavel, (\d{1,15}) lines up to (\S{37})(?:[ \t]*\r?\n[> \t]*|\\n)sha256 ([0-9a-f]{64})(?:[ \t]*\r?$|\\n)/gm;

/** The last seal in a mail, quoted or not; whether the id is one is left to who compares it. */
export function sealIn(
  mail: string,
): { readonly upTo: string; readonly lines: number; readonly sha256: string } | undefined {
  const [, lines, upTo, sha256] = [...mail.matchAll(SEAL)].at(-1) ?? [];
  if (lines === undefined || upTo === undefined || sha256 === undefined) return undefined;
  return { upTo, lines: Number(lines), sha256 };
}

/** What stands behind the last seal: how the form was made, and nothing that people said before it. */
export function afterSeal(text: string): string {
  const last = [...text.matchAll(SEAL)].at(-1);
  return last === undefined ? '' : text.slice(last.index + last[0].length);
}
