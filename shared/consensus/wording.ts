import type { Handle } from '../record/ids';
import { nameApart } from '../session/people';
import type { Session } from '../session/session';
import type { Body } from './body';
import { isHeld } from './state';
import type { Voice } from './voices';

const LONGEST = 12;

/** `a`, `a and b`, `a, b and c`; of more than twelve the first twelve and how many more. */
export function listed(items: readonly string[]): string {
  return listedBy(items, (item) => item);
}

/** The same by what each is called: only those that are named are asked for it. */
function listedBy<T>(items: readonly T[], name: (item: T) => string): string {
  const named = items.slice(0, LONGEST).map(name);
  const shown = items.length <= LONGEST ? named : [...named, `${String(items.length - LONGEST)} more`];
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

export function names(session: Session, who: readonly Handle[]): string {
  return listedBy(who, (each) => nameApart(session, each));
}

/** A person with their standing, which is shown and never judged: a seat here, a seat in what this affects, or outside. */
export function withStanding(session: Session, body: Body, who: Handle): string {
  const name = nameApart(session, who);
  if (body.affected.includes(who)) return `${name} (affected)`;
  if (body.basis !== 'seats') return name;
  return `${name} (${hasSeat(body, who) ? 'seat' : 'outside'})`;
}

/** Whether somebody is among the seats of a body that has some, also as one who recused or sent regrets. */
export function hasSeat({ members, recused, regrets }: Body, who: Handle): boolean {
  return members.includes(who) || recused.includes(who) || regrets.includes(who);
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
      const those = held.filter((voice) => voice.says === says);
      const [one, many] = OF_A_RULE[says] ?? [`says ${says}`, `say ${says}`];
      return `${listedBy(those, ({ who }) => name(who))} ${those.length === 1 ? one : many}`;
    })
    .join(', ');
}
