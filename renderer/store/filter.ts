import type { PositionStance } from '../../shared/record/entry';
import type { Person } from '../../shared/session/people';
import type { Position } from '../../shared/session/positions';

/** What a person holds somewhere, as a filter sees it. */
export interface Held {
  readonly position: Position | undefined;
  readonly objects: boolean;
}

type Term =
  | { readonly is: 'stance'; readonly stance: PositionStance }
  | { readonly is: 'objection' }
  | { readonly is: 'changed' }
  | { readonly is: 'text'; readonly text: string };

/** Ways to fit, any of them; each is terms that must all hold. */
export type Filter = readonly (readonly Term[])[];

const STANCES: Readonly<Record<string, PositionStance>> = {
  s: 'standard-required',
  u: 'userspace-allowed',
  p: 'passthrough-niche',
  a: 'abstain',
  r: 'recuse',
  '.': 'none',
  n: 'none',
};

/** Reads `stance:p or obj:open text`: `or` parts the ways to fit. Undefined where nothing was typed. */
export function readFilter(typed = ''): Filter | undefined {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const ways: Term[][] = [[]];
  for (const word of words) {
    if (word === 'or') ways.push([]);
    else ways.at(-1)?.push(readTerm(word));
  }
  const wanted = ways.filter((terms) => terms.length > 0);
  return wanted.length === 0 ? undefined : wanted;
}

function readTerm(word: string): Term {
  const stance = word.startsWith('stance:') ? STANCES[word.slice(7, 8)] : undefined;
  if (stance !== undefined) return { is: 'stance', stance };
  if (word === 'obj:open' || word === 'obj') return { is: 'objection' };
  if (word === 'changed') return { is: 'changed' };
  return { is: 'text', text: word };
}

/** Whether a person fits: each term of one way holds for the person, or for something that the person holds. */
export function matches(filter: Filter, person: Person, held: readonly Held[]): boolean {
  return filter.some((terms) => terms.every((term) => fits(term, person, held)));
}

function fits(term: Term, person: Person, held: readonly Held[]): boolean {
  if (term.is === 'text') {
    const texts = [person.handle, person.name, person.affiliation, person.role, ...person.aliases];
    const words = held.flatMap(({ position }) => [
      position?.rationale,
      ...(position?.conditions ?? []).map(({ text }) => text),
    ]);
    return [...texts, ...words].some((text) => text?.toLowerCase().includes(term.text) === true);
  }
  return held.some(({ position, objects }) => {
    if (term.is === 'objection') return objects;
    if (term.is === 'changed') return position?.was !== undefined;
    return (position?.stance ?? 'none') === term.stance;
  });
}
