import { bodyOf, type Body } from '../consensus/body';
import { POSITION_STANCES, STANCES, type PositionStance } from '../record/entry';
import type { Handle, Slug } from '../record/ids';
import { timeOf } from '../record/order';
import { isAfterCall } from '../session/calls';
import { metEntries } from '../session/conditions';
import { positionsFor, type Position } from '../session/positions';
import { subsystemOf } from '../session/subsystems';
import { callEntries } from './call-part';
import type { Block, Item } from './document';
import { every, type Page } from './page';
import { conditionLines, pinnedLines, provenance, remarkLine, whyLines } from './said-lines';
import { LETTERS, letters } from './stance-words';

/** Who holds what on a subsystem: by stance, seats first; at the end the seats and the affected who said nothing. */
export function positionsPart(page: Page, slug: Slug): readonly Block[] {
  const body = bodyOf(page.session, slug);
  const positions = positionsFor(page.session, slug).filter(({ history }) => history.length > 0);
  const seats = subsystemOf(page.session, slug).seats;
  const rank = ({ who }: Position): number =>
    seats.includes(who) ? seats.indexOf(who) : seats.length + (body.affected.includes(who) ? 0 : 1);
  const sorted = positions.toSorted(
    (a, b) => stanceRank(a.stance) - stanceRank(b.stance) || rank(a) - rank(b) || (a.who < b.who ? -1 : 1),
  );
  const items = sorted.flatMap((position) => positionItems(page, body, position));
  const silent = silentItem(page, body, slug, positions);
  return items.length + silent.length === 0 ? [] : [{ type: 'items', of: 'positions', items: [...items, ...silent] }];
}

function stanceRank(stance: PositionStance): number {
  return POSITION_STANCES.indexOf(stance);
}

/** One item; in a conflict one for each record of it. */
function positionItems(page: Page, body: Body, position: Position): readonly Item[] {
  const { who, subsystem, conflict, heads } = position;
  if (!conflict) return [positionItem(page, body, position)];
  return heads.map((head) =>
    positionItem(page, body, {
      ...position,
      stance: head.stance,
      livesWith: head.livesWith ?? [],
      conditions: (head.conditions ?? []).map((text) => ({
        text,
        met: position.conditions.some((condition) => condition.text === text && condition.met),
      })),
      at: timeOf(head),
      entry: head,
      subsystem,
      who,
    }),
  );
}

function positionItem(page: Page, body: Body, position: Position): Item {
  const { who, stance, entry, conditions, conflict } = position;
  // what was pinned to another stance stands behind that one
  const wordings = position.history.filter((each) => each.stance === stance);
  return {
    mark: LETTERS[stance],
    head: page.tell(withStanding(page, body, who), entry, wordings),
    date: page.day(position.at),
    lines: [
      ...whyLines(page, entry, [entry]),
      ...pinnedLines(page, wordings),
      ...conditionLines(page, conditions, [entry, ...metEntries(page.session, position.history)]),
      ...remarkLine(page, remarks(page, position), [
        entry,
        ...(conflict ? position.heads : position.history),
        ...callEntries(page.session, { subsystem: position.subsystem }),
      ]),
    ],
  };
}

function remarks(page: Page, position: Position): readonly string[] {
  const { stance, livesWith, was, entry, subsystem, conflict, heads } = position;
  const others = heads.filter((head) => head.id !== entry.id).map((head) => LETTERS[head.stance]);
  return [
    ...(stance === 'none' ? ['It was cleared, so no position stands.'] : []),
    ...(livesWith.length === 0 ? [] : [`Can live with ${every(letters(livesWith))}.`]),
    ...(was === undefined || conflict ? [] : [wasWords(was)]),
    ...provenance(page, entry),
    ...(isAfterCall(page.session, entry, { subsystem }) ? ['Said after the call.'] : []),
    ...(conflict ? [`In conflict: also recorded as ${every([...new Set(others)])}, and nobody has resolved it.`] : []),
  ];
}

function wasWords(was: PositionStance): string {
  const stance = STANCES.find((each) => each === was);
  if (stance !== undefined) return `Was ${LETTERS[stance]} before.`;
  return was === 'abstain' ? 'Abstained before.' : was === 'recuse' ? 'Was recused before.' : 'Had cleared it before.';
}

/** A name with its standing, which is shown and never judged. */
function withStanding(page: Page, body: Body, who: Handle): string {
  return `${page.name(who)}${standingWords(body, who)}`;
}

export function standingWords(body: Body, who: Handle): string {
  if (body.affected.includes(who)) return ' (affected)';
  if (body.basis !== 'seats') return '';
  return [...body.members, ...body.recused, ...body.regrets].includes(who) ? ' (seat)' : ' (outside)';
}

function silentItem(page: Page, body: Body, slug: Slug, positions: readonly Position[]): readonly Item[] {
  if (body.basis !== 'seats' && body.affected.length === 0) return [];
  const asked = [...(body.basis === 'seats' ? [...body.members, ...body.regrets] : []), ...body.affected];
  const silent = asked.filter((who) => !positions.some((position) => position.who === who));
  if (silent.length === 0) return [];
  const names = silent.map(
    (who) => page.name(who) + (body.regrets.includes(who) ? ' (seat, sent regrets)' : standingWords(body, who)),
  );
  const { entry } = subsystemOf(page.session, slug);
  // who is silent is seen by who is not
  const from = [...(entry === undefined ? [] : [entry]), ...positions.map((position) => position.entry)];
  return [{ mark: LETTERS.none, head: page.say(every(names), from), lines: [] }];
}
