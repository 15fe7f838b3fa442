import type { Session } from '../session/session';
import { completeSubsystem, completeWho } from './complete-names';
import { completeWord } from './complete-words';
import type { CompletionItem, Unfinished } from './completion';
import type { LineContext } from './context';
import type { Span } from './reading';
import { cleanLine, scan } from './tokens';

/** What could stand at the caret: up to seven, the likeliest first. */
export interface Completion extends Span {
  readonly items: readonly CompletionItem[];
}

const MOST = 7;

/** What could be typed at the caret; undefined where nothing is to be completed. Enter never takes one. */
export function complete(session: Session, line: string, caret: number, context: LineContext): Completion | undefined {
  const { words, separators } = scan(cleanLine(line));
  const [dashes] = separators;
  if (dashes !== undefined && caret >= dashes.from) return undefined;
  const word = words.find(({ from, to }) => from < caret && caret <= to);
  const typed = word?.text.slice(0, caret - word.from) ?? '';
  const others = words.filter((other) => other !== word);
  const unfinished = { session, context, typed, others, earlier: others.filter(({ from }) => from < caret) };
  const items = itemsFor(unfinished).slice(0, MOST);
  const isTyped = items.length === 1 && items[0]?.text === word?.text;
  return items.length === 0 || isTyped ? undefined : { from: word?.from ?? caret, to: word?.to ?? caret, items };
}

function itemsFor(unfinished: Unfinished): readonly CompletionItem[] {
  if (unfinished.typed.startsWith('@')) return completeWho(unfinished);
  if (unfinished.typed.startsWith('#')) return completeSubsystem(unfinished);
  return completeWord(unfinished);
}
