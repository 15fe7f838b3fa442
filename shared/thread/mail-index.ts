import type { Mail } from './mail';

/** What was typed to search for, taken apart: each part must be in the mail. */
export interface Wanted {
  readonly from: readonly string[];
  readonly subject: readonly string[];
  readonly text: readonly string[];
}

/** Mails by the words that they hold. */
export interface MailIndex {
  readonly add: (mail: Pick<Mail, 'author' | 'subject' | 'body'>) => void;
  /** places of the mails that hold all of it, from 0 in the order of adding */
  readonly search: (wanted: Wanted) => readonly number[];
}

/** `from:ana subject:layout two words`: case doesn't count, and a word may be a part of a longer one. */
export function readSearch(typed: string): Wanted {
  const words = wordsOf(typed);
  const behind = (field: string): readonly string[] =>
    words.filter((word) => word.startsWith(field)).map((word) => word.slice(field.length));
  return {
    from: behind('from:'),
    subject: behind('subject:'),
    text: words.filter((word) => !word.startsWith('from:') && !word.startsWith('subject:')),
  };
}

/**
 * An index that is empty. What is searched for has no blank in it, so a text holds it where one of the text's words
 * does: only the words are looked through, and of 100,000 mails those are some hundred thousand.
 */
export function mailIndex(): MailIndex {
  const places = new Map<string, number[]>();
  const senders: string[] = [];
  const subjects: string[] = [];
  return {
    add: ({ author, subject, body }) => {
      const place = senders.length;
      senders.push(`${author.name ?? ''} ${author.address ?? ''}`.toLowerCase());
      subjects.push(subject.toLowerCase());
      for (const word of new Set(wordsOf(`${subject}\n${author.name ?? ''}\n${body}`))) {
        const at = places.get(word);
        if (at === undefined) places.set(word, [place]);
        else at.push(place);
      }
    },
    search: ({ from, subject, text }) => {
      const left = new Uint8Array(senders.length).fill(1);
      for (const part of from) senders.forEach((sender, at) => sender.includes(part) || (left[at] = 0));
      for (const part of subject) subjects.forEach((about, at) => about.includes(part) || (left[at] = 0));
      for (const part of text) {
        const holds = new Uint8Array(senders.length);
        for (const [word, those] of places) {
          if (word.includes(part)) for (const at of those) holds[at] = 1;
        }
        holds.forEach((is, at) => is === 1 || (left[at] = 0));
      }
      const found: number[] = [];
      left.forEach((is, at) => is === 1 && found.push(at));
      return found;
    },
  };
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}
