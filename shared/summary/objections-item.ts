import { isOpen, type Objection } from '../session/objections';
import { questions } from '../session/questions';
import { ruleOf } from '../session/rules';
import type { Session } from '../session/session';
import type { Item } from './document';
import { homeOf } from './homes';
import { every, type Page } from './page';
import type { Source } from './sources';

/** Which objections stand beside the call: by number, what became of them, and which are printed elsewhere. */
export function objectionsItem(
  page: Page,
  own: readonly Objection[],
  elsewhere: readonly Objection[] = [],
  besides: readonly Source[] = [],
): Item {
  const here = own.length === 0 ? [] : [numbered(own)];
  const there = elsewhere.map(
    (objection) => `objection ${objection.label} ${stateOf(objection)}, on ${thingOf(page.session, objection)}`,
  );
  const words = [...here, ...there].join('; ');
  return {
    mark: 'Objections',
    head: page.say(words === '' ? 'none' : words, [...besides, ...[...own, ...elsewhere].flatMap(storyOf)]),
    lines: [],
  };
}

/** All that an objection's state comes from: its words, how it was settled, who disputes that. */
export function storyOf({ versions, settlements, disputes }: Objection): readonly Source[] {
  return [...versions, ...[...settlements, ...disputes].map(({ entry }) => entry)];
}

/** What became of an objection, in a word. */
export function stateOf(objection: Objection): string {
  const state = isOpen(objection) ? 'open' : objection.disposition;
  return objection.settlementConflict ? `${state} (in conflict)` : state;
}

/** `objections 1 and 4 open, objection 2 addressed`: numbers that nobody takes for counts. */
function numbered(all: readonly Objection[]): string {
  const openFirst = [...all.filter(isOpen), ...all.filter((each) => !isOpen(each))];
  return [...new Set(openFirst.map(stateOf))]
    .map((state) => ({ state, labels: all.filter((each) => stateOf(each) === state).map(({ label }) => label) }))
    .map(({ state, labels }) => `${labels.length === 1 ? 'objection' : 'objections'} ${every(labels)} ${state}`)
    .join(', ');
}

function thingOf(session: Session, { on }: Objection): string {
  const home = homeOf(session, on);
  if (home.of === 'rule') return `rule ${ruleOf(session, home.rule)?.label ?? ''} here`;
  if (home.of !== 'question') return 'something that is not here';
  return `question ${questions(session).find(({ id }) => id === home.question)?.label ?? ''}`;
}
