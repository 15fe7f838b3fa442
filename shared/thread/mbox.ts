import { asciiOf, BYTE_ORDER_MARK, CR, GREATER, LF, startsWith, without } from './bytes';
import { saidEnd } from './content-length';
import { dialectOf, FROM, HEADER_NAME, separates, type Dialect } from './separator';

/** One mail as it stood in its file: without the separator, with `>From ` lines as they were sent. */
export interface RawMail {
  readonly bytes: Uint8Array;
  /** 0-based place in its file */
  readonly place: number;
  /** the `From ` line that it stood behind; empty in a file of one mail */
  readonly separator: string;
  /** the file ends inside it */
  readonly cut: boolean;
}

/** A mail that was left out because it is larger than any mail that people write. */
export interface OversizeMail {
  readonly place: number;
  readonly oversize: true;
}

/** Takes the bytes of a file piece by piece and gives its mails back as they are complete. */
export interface Splitter {
  readonly push: (chunk: Uint8Array) => readonly (RawMail | OversizeMail)[];
  readonly end: () => readonly (RawMail | OversizeMail)[];
  /** lines that begin with `From ` and were taken for text; so far */
  readonly textFromLines: () => number;
}

/** The most bytes that one mail may have. */
export const MAX_MAIL_BYTES = 64 * 1024 * 1024;
const STEP = 1024 * 1024;
const LONGEST_SEPARATOR = 1000;
const F = 0x46;

/**
 * Splits an mbox, or passes on a file of one mail. It keeps the mail at hand and no more, whatever the size of the
 * file; a mail of more than `limit` bytes is left out and named, and the others come in.
 */
export function splitMbox(limit: number = MAX_MAIL_BYTES): Splitter {
  let held = new Uint8Array(2 * STEP);
  let used = 0;
  /** where the mail at hand begins, behind its separator; undefined before the first line was seen */
  let start: number | undefined;
  /** up to here every byte was looked at */
  let seen = 0;
  let dialect: Dialect | undefined;
  let separator = '';
  let place = 0;
  /** places of `>` that were put before `From ` */
  let escapes: number[] = [];
  /** what the mail says of its own length was looked at */
  let lengthTried = false;
  let dropping = false;
  let textFromLines = 0;
  let out: (RawMail | OversizeMail)[] = [];

  function append(chunk: Uint8Array): void {
    if (used + chunk.length > held.length) {
      const larger = new Uint8Array(Math.max(held.length * 2, used + chunk.length));
      larger.set(held.subarray(0, used));
      held = larger;
    }
    held.set(chunk, used);
    used += chunk.length;
  }

  /** Forgets what lies before `from`, all but `from`'s own surroundings. */
  function forget(from: number): void {
    held.copyWithin(0, from, used);
    used -= from;
    seen -= from;
    start = (start ?? 0) - from;
    escapes = escapes.map((at) => at - from);
  }

  function emit(to: number, cut: boolean): void {
    const from = start ?? 0;
    if (dropping) out.push({ place, oversize: true });
    else {
      // the blank line before a separator belongs to the mbox
      const bare = held[to - 1] === LF ? to - (held[to - 2] === CR ? 2 : 1) : to;
      const end = bare > from && held[bare - 1] === LF ? bare : to;
      out.push({ bytes: without(held, from, end, escapes), place, separator, cut });
    }
    place += 1;
    escapes = [];
    lengthTried = false;
    dropping = false;
  }

  /** The first line says what the file is. False where there is too little of it yet. */
  function begin(last: boolean): boolean {
    let at = startsWith(held, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
    while (at < used && (held[at] === LF || held[at] === CR)) at += 1;
    const end = lineEnd(at);
    if (!last && (at === used || (end === -1 && used - at < LONGEST_SEPARATOR))) return false;
    const line = asciiOf(held, at, textEnd(at, end === -1 ? used : end));
    dialect = dialectOf(line);
    const behind = startsWith(held, FROM, at) || startsWith(held, [GREATER, ...FROM], at);
    start = behind && end !== -1 ? end + 1 : at;
    separator = behind ? line : '';
    seen = start;
    return true;
  }

  function lineEnd(from: number): number {
    return held.subarray(0, used).indexOf(LF, from);
  }

  /** The end of a line's text, before its CR. */
  function textEnd(from: number, end: number): number {
    return end > from && held[end - 1] === CR ? end - 1 : end;
  }

  /** Looks at every line that begins with `From `. Stops where a decision needs bytes that are not here yet. */
  function scan(last: boolean): void {
    if (start === undefined && !begin(last)) return;
    if (dialect === undefined) {
      seen = used;
      return;
    }
    const view = held.subarray(0, used);
    for (;;) {
      const at = view.indexOf(F, seen);
      if (at === -1) {
        seen = used;
        return;
      }
      if (at + FROM.length > used && !last) {
        seen = at;
        return;
      }
      seen = at + 1;
      const behind = held[at - 1];
      if ((behind !== LF && behind !== GREATER && at !== start) || !startsWith(held, FROM, at)) continue;
      let before = at - 1;
      while (before >= (start ?? 0) && held[before] === GREATER) before -= 1;
      if (before >= (start ?? 0) && held[before] !== LF) continue;
      const marks = at - before - 1;
      if (marks > 0) {
        if (dialect.escaped === 'any' || (dialect.escaped === 'one' && marks === 1)) escapes.push(before + 1);
        continue;
      }
      const decided = decide(dialect, at, last);
      if (decided === 'wait') {
        seen = at;
        return;
      }
    }
  }

  /** Whether the line at `at` is a separator, and what follows from it. */
  function decide(ours: Dialect, at: number, last: boolean): 'done' | 'wait' {
    const end = lineEnd(at);
    if (end === -1) return last || used - at > LONGEST_SEPARATOR ? 'done' : 'wait';
    const nextEnd = lineEnd(end + 1);
    if (nextEnd === -1 && !last && used - end < HEADER_NAME) return 'wait';
    const line = asciiOf(held, at, textEnd(at, end));
    const next = asciiOf(held, end + 1, nextEnd === -1 ? used : nextEnd, HEADER_NAME);
    const back = textEnd(0, at - 1);
    const blankBefore = at === start || held[back - 1] === LF;
    if (!separates(ours, line, blankBefore, next)) {
      textFromLines += 1;
      return 'done';
    }
    if (!lengthTried && !dropping && ours.line === undefined) {
      const to = saidEnd(held.subarray(0, used), start ?? 0, limit, last);
      if (to === undefined) return 'wait';
      lengthTried = true;
      if (to > at) {
        // the mail counts this line as its own, so it escaped none either (mboxcl2)
        escapes = [];
        seen = to;
        return 'done';
      }
    }
    emit(at, false);
    separator = line;
    start = end + 1;
    seen = start;
    return 'done';
  }

  function settle(): void {
    const from = start ?? 0;
    if (start !== undefined && (dropping || used - from > limit)) {
      dropping = true;
      escapes = [];
      // what is before the next line is looked at again to see whether a line is blank
      forget(Math.max(0, seen - 4));
      start = -1;
    } else if (from > held.length / 2) forget(from - 4);
  }

  return {
    push: (chunk) => {
      out = [];
      for (let from = 0; from < chunk.length; from += STEP) {
        append(chunk.subarray(from, from + STEP));
        scan(false);
        settle();
      }
      return out;
    },
    end: () => {
      out = [];
      scan(true);
      const from = start ?? used;
      if (dropping || from < used) emit(used, dialect !== undefined && held[used - 1] !== LF);
      return out;
    },
    textFromLines: () => textFromLines,
  };
}
