import type { Mail } from '../mail';
import { readMail } from '../read-mail';
import { platform } from './platform';
import { linesOf } from './text';

/** A mail that is read. */
export async function read(bytes: Uint8Array): Promise<Mail> {
  const mail = await readMail({ bytes, place: 0 }, platform);
  if (!mail.ok) throw new Error(mail.error.message);
  return mail.value;
}

/** The headers of a mail that nothing is odd about. */
export const GOOD = [
  'From: Ana <ana@host.example>',
  'Message-ID: <a@host.example>',
  'Date: Thu, 25 Jul 2024 11:26:38 +0200',
];
/** A mail of these lines. */
export const mail = (...lines: readonly string[]): Promise<Mail> => read(linesOf(...lines));
/** A good mail, with these lines more. */
export const good = (...lines: readonly string[]): Promise<Mail> => mail(...GOOD, ...lines);
/** Lines of a mail of several parts. */
export const multipart = (...parts: readonly (readonly string[])[]): readonly string[] => [
  'Content-Type: multipart/mixed; boundary=b',
  '',
  ...parts.flatMap((part) => ['--b', ...part]),
  '--b--',
];
