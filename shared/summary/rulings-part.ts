import type { EntryOf } from '../record/entry';
import type { Slug } from '../record/ids';
import { timeOf } from '../record/order';
import { remembered, standingOf } from '../session/look';
import { rulings, type Rule, type Ruling } from '../session/rules';
import type { Session } from '../session/session';
import type { Item } from './document';
import { calendarDay } from '../record/dates';
import { type Page } from './page';
import { pinnedLines, quoteLines } from './said-lines';

type RulingEntry = EntryOf<'ruling-made'>;

/** How each state of a rule for a subsystem is said. */
export const RULING_WORDS: Readonly<Record<RulingEntry['state'], string>> = {
  claimed: 'claimed',
  'in-force': 'in force',
  agreed: 'agreed',
  exception: 'exception',
  disputed: 'disputed',
  none: 'none',
};

/** Where a rule holds: a claim as a claim, with who makes it and where it was made. */
export function rulingItems(page: Page, rule: Rule): readonly Item[] {
  return rulingsOf(page, rule).flatMap((ruling) =>
    rulingHeads(page.session, ruling).map((entry) => rulingItem(page, ruling, entry)),
  );
}

/** How a rule stands for the subsystems that are wanted. */
export function rulingsOf({ session, chosen }: Page, rule: Rule): readonly Ruling[] {
  return rulings(session).filter((ruling) => ruling.rule === rule.id && (chosen?.has(ruling.subsystem) ?? true));
}

/** How rules stand for a subsystem: one walk over all rulings, not one for each subsystem. */
export function rulingsOn(session: Session, slug: Slug): readonly Ruling[] {
  return rulingsBySubsystem(session).get(slug) ?? NONE;
}

const NONE: readonly Ruling[] = [];

function rulingsBySubsystem(session: Session): ReadonlyMap<Slug, readonly Ruling[]> {
  return remembered(session, 'rulings by subsystem', ['ruling'], () => {
    const found = new Map<Slug, Ruling[]>();
    for (const ruling of rulings(session)) {
      const here = found.get(ruling.subsystem);
      if (here === undefined) found.set(ruling.subsystem, [ruling]);
      else here.push(ruling);
    }
    return found;
  });
}

/** What stands; in a conflict everything that does. */
export function rulingHeads(session: Session, { rule, subsystem, entry, conflict }: Ruling): readonly RulingEntry[] {
  if (!conflict) return [entry];
  return standingOf<'ruling-made'>(session, 'ruling', `${rule} ${subsystem}`)?.heads ?? [];
}

function rulingItem(page: Page, { conflict, subsystem }: Ruling, entry: RulingEntry): Item {
  const { state, who, scope, why, until, evidence = [] } = entry;
  const by =
    who === undefined ? '' : state === 'claimed' ? ` by ${page.name(who)}` : `, according to ${page.name(who)}`;
  const end = until === undefined ? '' : `, until ${calendarDay(until)}`;
  return {
    mark: RULING_WORDS[state],
    head: page.tell(`for ${subsystem}${scope === undefined ? '' : ` (${scope})`}${end}${by}`, entry),
    date: page.day(timeOf(entry)),
    lines: [
      ...pinnedLines(page, [entry]),
      ...(why === undefined
        ? page.rationales
          ? quoteLines(page, evidence, [entry])
          : []
        : [page.line('words', why, [entry])]),
      ...(conflict
        ? [page.line('remark', 'In conflict with what else is recorded for it; nobody has resolved it.', [entry])]
        : []),
    ],
  };
}
