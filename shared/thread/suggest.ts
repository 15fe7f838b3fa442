import type { BodyLine } from './body';
import type { Author, Mail } from './mail';
import { cueIn, type CueRule } from './suggest-cues';
import { isOwn, paragraphAt } from './suggest-lines';
import { subsystemsOf, type SubsystemOffer, type SuggestSections } from './suggest-subsystems';
import { quoteAt, targetOf, type SuggestTarget } from './suggest-target';

/**
 * A place in a mail where its author may have taken a position. It says where to look and why; what it means is for a
 * person to say, and nothing is recorded before one did.
 */
export interface Suggestion {
  /** Message-ID without brackets */
  readonly message: string;
  /** 1-based line of the body */
  readonly line: number;
  /** the words that stood out, as written */
  readonly cue: string;
  readonly rule: CueRule;
  /** at most three lines, exactly as they stand */
  readonly quote: readonly string[];
  /** the author of the mail, whose own words these are */
  readonly who: Author;
  /** what they answer; absent where no quote stands directly above */
  readonly target?: SuggestTarget;
  /** phrases of the discussion's rules that stand in the same paragraph */
  readonly phrases: readonly string[];
  /** at most three; none is picked */
  readonly subsystems: readonly SubsystemOffer[];
}

/** What is known besides the mail. */
export interface SuggestContext {
  /** the mail that it answers, by the tree */
  readonly parent?: Mail;
  /** made by `suggestSections` */
  readonly sections?: SuggestSections;
  /** phrases of the rules under discussion, as the moderator typed them: `passthrough`, `userspace` */
  readonly phrases?: readonly string[];
  /** `suggestionKey` of those that were dismissed or confirmed: they don't come back */
  readonly done?: ReadonlySet<string>;
}

/** A mail with more of them is no discussion; nobody goes through them one by one. */
const MOST = 100;
/** Of a line only so much is searched for phrases. */
const LONGEST = 10_000;

/** What a suggestion is known by, as an entry that dismisses it names it. */
export function suggestionKey({ message, line, cue }: Pick<Suggestion, 'message' | 'line' | 'cue'>): string {
  return JSON.stringify([message, line, cue]);
}

/**
 * The suggestions of a mail, in line order, at most one a line and a hundred in all. Only the author's own words count, only cues that are
 * a line or begin a sentence, and trailers only with the sender's own address. A mail whose author can't be told for
 * sure suggests nothing.
 */
export function suggestionsOf(
  mail: Mail,
  lines: readonly BodyLine[],
  context: SuggestContext = {},
): readonly Suggestion[] {
  const { parent, sections, phrases = [], done = new Set<string>() } = context;
  if (mail.author.doubts !== undefined) return [];
  const found: Suggestion[] = [];
  let offers: readonly SubsystemOffer[] | undefined;
  for (let place = 0; place < lines.length && found.length < MOST; place += 1) {
    const cue = cueIn(lines, place, mail.author);
    if (cue === undefined) continue;
    const where = { message: mail.id, line: lines[place]?.n ?? place + 1, ...cue };
    if (done.has(suggestionKey(where))) continue;
    const target = targetOf(lines, place, parent);
    offers ??= sections === undefined ? [] : subsystemsOf(mail, sections);
    found.push({
      ...where,
      quote: quoteAt(lines, place),
      who: mail.author,
      ...(target === undefined ? {} : { target }),
      phrases: phrasesAt(lines, place, phrases),
      subsystems: offers,
    });
  }
  return found;
}

/** Those phrases that the cue's own paragraph holds as words, in the order in which they were given. */
function phrasesAt(lines: readonly BodyLine[], place: number, phrases: readonly string[]): readonly string[] {
  if (phrases.length === 0) return [];
  const { from, to } = paragraphAt(lines, place);
  const own = lines.slice(from, to + 1).filter(isOwn);
  const said = ` ${wordsOf(own.map(({ text }) => text.slice(0, LONGEST)).join(' '))} `;
  return phrases.filter((phrase) => wordsOf(phrase) !== '' && said.includes(` ${wordsOf(phrase)} `));
}

function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
