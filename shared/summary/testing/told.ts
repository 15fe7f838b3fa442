import type { On } from '../../record/entry';
import type { Instant } from '../../record/ids';
import { sha256Of } from '../../record/sha256';
import type { Session } from '../../session/session';
import { record, type Build } from '../../testing/build';
import { mailText } from '../mail-text';
import { summarise, type SummaryOptions } from '../summarise';

/** The moment that the mails of these tests are made for. */
export const AT = '2024-09-18T08:00:00.000Z' as Instant;

/** The mail’s text. */
export function mailOf(session: Session, options: Partial<SummaryOptions> = {}): string {
  return mailText(summarise(session, { at: AT, sha256: sha256Of, ...options }));
}

/** Each run of spaces and line ends as one space. */
export function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** What stands between a heading and the next one, squeezed. */
export function part({ session }: Build, heading: string, options: Partial<SummaryOptions> = {}): string {
  const mail = mailOf(session, options);
  const from = mail.indexOf(`== ${heading} ==`);
  if (from === -1) return '';
  const end = mail.indexOf('\n==', from + 3);
  return squeezed(mail.slice(from, end === -1 ? undefined : end));
}

/** One subsystem with two seats, and somebody outside. */
export function uvc(): Build {
  return record()
    .people('ana', 'ben', 'eve')
    .subsystem('uvc', { maintainers: ['ana', 'ben'] });
}

/** What something is on, of plain strings. */
export function on(place: object): On {
  return place as On;
}
