import { bodyOf, type Body } from '../consensus/body';
import { hasSeat } from '../consensus/wording';
import { POSITION_STANCES, STANCES, type PositionStance } from '../record/entry';
import type { Handle, Slug } from '../record/ids';
import { timeOf } from '../record/order';
import { isAfter, standingCall, type Call } from '../session/calls';
import { metEntries } from '../session/conditions';
import { othersSince } from '../session/holders';
import { stampOf } from '../session/look';
import { hasPins } from '../session/pins';
import { positionOf, positionsFor, type Position } from '../session/positions';
import { alike } from '../session/register';
import { positionsOn } from '../session/shelves';
import { subsystemOf } from '../session/subsystems';
import { callEntries } from './call-part';
import type { Block, Item } from './document';
import { every, type Page } from './page';
import { conditionLines, pinnedLines, provenance, remarkLine, whyLines } from './said-lines';
import type { Source } from './sources';
import { strikesOn } from './strikes';
import { LETTERS, letters } from './stance-words';

/** Who holds what on a subsystem: by stance, seats first; at the end the seats and the affected who said nothing. */
export function positionsPart(page: Page, slug: Slug): readonly Block[] {
  return page.remembers ? rememberedPositions(page, slug) : tellPositions(page, slug);
}

/** What was told of the positions on a subsystem, and how; without blocks where they point to anything. */
interface Told {
  readonly rationales: boolean;
  readonly isAscii: boolean;
  readonly blocks: readonly Block[] | undefined;
}

/**
 * The same, which is most of a summary, until something changes that isn't a position on another subsystem. Where it
 * points to anything it is told anew: the numbers of links go by what stands before. It is kept as it was told last: in
 * each manner it would be as large as the record again.
 */
function rememberedPositions(page: Page, slug: Slug): readonly Block[] {
  const { session, rationales, isAscii } = page;
  const name = `positions of ${slug} told`;
  const stamp = Math.max(othersSince(session), stampOf(session, [positionsOn(slug)]));
  const kept = session.memory.get(name) as { readonly stamp: number; readonly value: Told } | undefined;
  const { value } = kept ?? {};
  if (
    value?.blocks !== undefined &&
    kept?.stamp === stamp &&
    value.rationales === rationales &&
    value.isAscii === isAscii
  )
    return value.blocks;
  const blocks = tellPositions(page, slug);
  const told: Told = { rationales, isAscii, blocks: blocks.some(pointsSomewhere) ? undefined : blocks };
  session.memory.set(name, { stamp, value: told });
  return blocks;
}

function pointsSomewhere(block: Block): boolean {
  return (
    block.type === 'items' &&
    block.items.some(({ head, lines }) => [head, ...lines].some(({ links }) => links.length > 0))
  );
}

function tellPositions(page: Page, slug: Slug): readonly Block[] {
  const body = bodyOf(page.session, slug);
  const positions = positionsFor(page.session, slug);
  const seats = subsystemOf(page.session, slug).seats;
  const rankOf = (who: Handle): number => {
    const seat = seats.indexOf(who);
    return seat !== -1 ? seat : seats.length + (body.affected.includes(who) ? 0 : 1);
  };
  const ranked = positions.map((position) => ({
    position,
    stance: POSITION_STANCES.indexOf(position.stance),
    rank: rankOf(position.who),
  }));
  // they come by handle, which is the order of those that rank alike
  ranked.sort((a, b) => a.stance - b.stance || a.rank - b.rank);
  const on = { subsystem: slug };
  const call = standingCall(page.session, on);
  const place = { page, body, call, called: callEntries(page.session, on), hasPins: hasPins(page.session) };
  const items = ranked.flatMap(({ position }) => positionItems(place, position));
  const silent = silentItem(page, body, slug);
  return items.length + silent.length === 0 ? [] : [{ type: 'items', of: 'positions', items: [...items, ...silent] }];
}

/** Where positions are told: the subsystem's body, the call on it that stands, the entries of one that was reopened too. */
interface Place {
  readonly page: Page;
  readonly body: Body;
  readonly call: Call | undefined;
  readonly called: readonly Source[];
  readonly hasPins: boolean;
}

/** One item; in a conflict one for each thing that was recorded, though several scribes recorded it so. */
function positionItems(place: Place, position: Position): readonly Item[] {
  const { who, subsystem, conflict, heads } = position;
  if (!conflict) return [positionItem(place, position)];
  const groups = alike(heads);
  return groups.map(([head, ...same]) =>
    positionItem(
      place,
      {
        ...position,
        heads: groups.map(([first]) => first),
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
      },
      same,
    ),
  );
}

function positionItem(place: Place, position: Position, same: readonly Source[] = []): Item {
  const { page, body, called } = place;
  const { who, stance, entry, conditions, conflict, history } = position;
  // what was pinned to another stance stands behind that one
  const wordings = place.hasPins ? history.filter((each) => each.stance === stance) : [entry];
  const from = [entry];
  return {
    mark: LETTERS[stance],
    head: page.tell(withStanding(page, body, who), entry, wordings, same),
    date: page.day(position.at),
    lines: [
      ...whyLines(page, entry, from),
      ...pinnedLines(page, wordings),
      ...conditionLines(page, conditions, () => [entry, ...metEntries(page.session, history)]),
      // its own entry is among them
      ...remarkLine(page, remarksOn(place, position), () => [...(conflict ? position.heads : history), ...called]),
    ],
  };
}

function remarksOn({ page, call }: Place, position: Position): readonly string[] {
  const { stance, livesWith, was, entry, conflict, heads } = position;
  const remarks: string[] = [];
  if (stance === 'none') remarks.push('It was cleared, so no position stands.');
  if (livesWith.length > 0) remarks.push(`Can live with ${every(letters(livesWith))}.`);
  if (was !== undefined && !conflict) remarks.push(wasWords(was));
  remarks.push(...provenance(page, entry));
  if (isAfter(call, entry)) remarks.push('Said after the call.');
  if (conflict) {
    const others = new Set(heads.flatMap((head) => (head.id === entry.id ? [] : LETTERS[head.stance])));
    remarks.push(`In conflict: also recorded as ${every([...others])}, and nobody has resolved it.`);
  }
  return remarks;
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
  return hasSeat(body, who) ? ' (seat)' : ' (outside)';
}

function silentItem(page: Page, body: Body, slug: Slug): readonly Item[] {
  if (body.basis !== 'seats' && body.affected.length === 0) return [];
  const asked = [...(body.basis === 'seats' ? [...body.members, ...body.regrets] : []), ...body.affected];
  const silent = asked.filter((who) => positionOf(page.session, who, slug) === undefined);
  if (silent.length === 0) return [];
  const names = silent.map(
    (who) => page.name(who) + (body.regrets.includes(who) ? ' (seat, sent regrets)' : standingWords(body, who)),
  );
  const { entry } = subsystemOf(page.session, slug);
  // who is silent is seen by who is not
  const held = positionsFor(page.session, slug).map((position) => position.entry);
  const from = [...(entry === undefined ? [] : [entry]), ...held, ...strikesOn(page.session, positionsOn(slug))];
  return [{ mark: LETTERS.none, head: page.say(every(names), from), lines: [] }];
}
