import type { Handle } from '../record/ids';
import { nameOf } from '../session/people';
import type { Session } from '../session/session';
import type { Body } from './body';
import { isHeld } from './state';
import type { Voice } from './voices';

const LONGEST = 12;

/** `a`, `a and b`, `a, b and c`; of more than twelve the first twelve and how many more. */
export function listed(items: readonly string[]): string {
  const shown =
    items.length <= LONGEST ? items : [...items.slice(0, LONGEST), `${String(items.length - LONGEST)} more`];
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

export function names(session: Session, who: readonly Handle[]): string {
  return listed(who.map((each) => nameOf(session, each)));
}

/** A person with their standing, which is shown and never judged: a seat here, a seat in what this affects, or outside. */
export function withStanding(session: Session, body: Body, who: Handle): string {
  const name = nameOf(session, who);
  if (body.affected.includes(who)) return `${name} (affected)`;
  if (body.basis !== 'seats') return name;
  const seats = [...body.members, ...body.recused, ...body.regrets];
  return `${name} (${seats.includes(who) ? 'seat' : 'outside'})`;
}

/** What is said of a rule, of one and of many. */
const OF_A_RULE: Readonly<Record<string, readonly [one: string, many: string]>> = {
  'lives-with': ['can live with it', 'can live with it'],
  supports: ['supports it', 'support it'],
  opposes: ['opposes it', 'oppose it'],
};

/** Who says what: `ana and bob say standard-required`; of a rule `ana supports it, eve can live with it`. */
export function sayings<O extends string>(voices: readonly Voice<O>[], name: (who: Handle) => string): string {
  const held = voices.filter(isHeld);
  const groups = [...new Set(held.map(({ says }) => says))];
  return groups
    .map((says) => {
      const who = held.filter((voice) => voice.says === says).map((voice) => name(voice.who));
      const [one, many] = OF_A_RULE[says] ?? [`says ${says}`, `say ${says}`];
      return `${listed(who)} ${who.length === 1 ? one : many}`;
    })
    .join(', ');
}
