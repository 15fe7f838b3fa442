import type { BodyLine } from './body';
import type { Author } from './mail';
import { addressKey } from './people-names';
import { isOwn } from './suggest-lines';

/** Which rule found a cue. */
export type CueRule =
  /** the cue is all that the line says */
  | 'whole line'
  /** a sentence begins with it */
  | 'start of a sentence'
  /** `Acked-by:` and the like, with the sender's own address */
  | 'trailer';

/** A word by which somebody may have taken a position. */
export interface Cue {
  /** as it is written: `+1`, `NAK`, `I fully agree`, `Acked-by` */
  readonly cue: string;
  readonly rule: CueRule;
}

/** What may stand behind `NAK` or `+1`: the end, a stop, or what it is given for. */
const GIVEN = String.raw`(?=\s*$|[.!;]|,|:|\s+-|\s+(?:to|on|for|from)\b)`;
const CUES: readonly RegExp[] = [
  new RegExp(String.raw`^\+1${GIVEN}`),
  new RegExp(String.raw`^nac?k${GIVEN}`, 'i'),
  /^agreed(?=\s*$|[.!;]|,|:|\s+(?:with|that)\b)/i,
  /^i (?:(?:fully|strongly) )?(?:dis)?agree(?=\s*$|[.!;]|,|:|\s+(?:with|that)\b)/i,
  // "Ack, that is a good point" agrees with a point and takes no position: an ack says nothing else
  /^ack(?=\s*$|[.!]\s|[.!]$)/i,
];
/** What takes a cue back, or turns it round, in the same sentence. */
const TAKEN_BACK = /\b(?:withdrawn?|withdraw(?:ing|s)?|retract(?:ed|ing|s)?|dropped|lifted|no longer)\b/i;
const TURNED_ROUND = /^[\s,:;-]*(?:not|never|no)\b/i;
const TRAILER = /^((?:acked|nac?ked|reviewed|tested)-by):[ \t]+(?:[^<>]{0,200}<)?([^\s<>@]+@[^\s<>@]+)>?\s*$/i;
/** Trailers are short; a line of a megabyte is none. */
const LONGEST_TRAILER = 500;
/** Of a line of prose that nobody wrapped only so much is looked at. */
const LONGEST_LINE = 10_000;

/**
 * The first cue of a line of the author's own words; undefined where there is none. A cue counts only where a sentence
 * begins, so that nobody who writes about "his NACK" or wants "to NACK the series" is taken at that word, also where
 * the sentence began in the line before.
 */
export function cueIn(lines: readonly BodyLine[], place: number, author: Author): Cue | undefined {
  const line = lines[place];
  if (!isOwn(line)) return undefined;
  const text = line.text.slice(0, LONGEST_LINE).trim();
  const trailer = trailerIn(line.text, author);
  if (trailer !== undefined) return trailer;
  if (/^(?:[+]|@@ )/.test(line.text) && isInDiff(lines, place)) return undefined;
  for (const sentence of sentencesOf(text)) {
    if (sentence.at === 0 && !endsSentence(lines[place - 1])) continue;
    const cue = cueOf(sentence.text);
    if (cue === undefined) continue;
    return { cue, rule: saysNoMore(text, cue) ? 'whole line' : 'start of a sentence' };
  }
  return undefined;
}

function cueOf(sentence: string): string | undefined {
  for (const pattern of CUES) {
    const cue = pattern.exec(sentence)?.[0];
    if (cue === undefined) continue;
    const rest = sentence.slice(cue.length);
    const end = /[.!?;](?:\s|$)/.exec(rest)?.index ?? rest.length;
    const asks = rest.charAt(end) === '?';
    return asks || TURNED_ROUND.test(rest) || TAKEN_BACK.test(rest.slice(0, end)) ? undefined : cue;
  }
  return undefined;
}

/** The sentences that begin in a line, with the place of each in it. */
function sentencesOf(text: string): readonly { readonly at: number; readonly text: string }[] {
  const starts = [0, ...[...text.matchAll(/[.!?]\s+/g)].map((end) => end.index + end[0].length)];
  return starts.map((at) => ({ at, text: text.slice(at) }));
}

/** Whether the sentence before a line is over: the line above is none of the author's, ends one, or greets. */
function endsSentence(before: BodyLine | undefined): boolean {
  if (!isOwn(before)) return true;
  const text = before.text.slice(-LONGEST_TRAILER).trim();
  return (
    /[.!?:]["')\]]*$/.test(text) || /^(?:hi|hello|hey|dear)\b[^.]*,$/i.test(text) || /^[A-Z][\w-]*-by: /.test(text)
  );
}

function saysNoMore(text: string, cue: string): boolean {
  return /^[\s.!]*$/.test(text.slice(cue.length)) && text.startsWith(cue);
}

/** A `+1` of a diff that nobody marked as one: it stands beside other lines that begin with `+`, `-` or `@@`. */
function isInDiff(lines: readonly BodyLine[], place: number): boolean {
  const inDiff = (line: BodyLine | undefined): boolean => isOwn(line) && /^(?:@@ |[+](?!1\b)|-(?!-))/.test(line.text);
  return [-1, 0, 1].some((step) => inDiff(lines[place + step]));
}

/** Only from the start of the line, as tools read trailers, and only the sender's own. */
function trailerIn(text: string, { address }: Author): Cue | undefined {
  const [, cue, given] = text.length > LONGEST_TRAILER ? [] : (TRAILER.exec(text) ?? []);
  if (cue === undefined || given === undefined || address === undefined) return undefined;
  return addressKey(given) === addressKey(address) ? { cue, rule: 'trailer' } : undefined;
}
