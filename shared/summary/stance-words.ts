import { STANCES, type PositionStance, type Stance } from '../record/entry';

/** The letter of each position, the same in every mail. Abstaining and no position are two things. */
export const LETTERS: Readonly<Record<PositionStance, string>> = {
  'standard-required': 'S',
  'userspace-allowed': 'U',
  'passthrough-niche': 'P',
  abstain: 'A',
  recuse: 'R',
  none: '.',
};

/** What each stance means, in the words of those who asked the question. */
export const MEANINGS: Readonly<Record<Stance, string>> = {
  'standard-required': 'where a standard exists, most of the driver is in the kernel and uses generic system calls',
  'userspace-allowed': 'custom system calls are allowed, part of the driver may be in userspace',
  'passthrough-niche': 'a vendor passthrough is allowed, for niche use or development',
};

/** `S`, `S and U`: letters in the order of the stances. */
export function letters(stances: readonly Stance[]): readonly string[] {
  return STANCES.filter((stance) => stances.includes(stance)).map((stance) => LETTERS[stance]);
}
