import { assessSubsystem } from '../consensus/assess';
import { tally } from '../consensus/tally';
import { STANCES } from '../record/entry';
import { callOn } from '../session/calls';
import { isOpen } from '../session/objections';
import { positionsFor } from '../session/positions';
import { subsystemOf } from '../session/subsystems';
import { assessmentCell, callCell } from './call-part';
import type { Block, Column, Row } from './document';
import { objectionsTouching } from './homes';
import type { Placed } from './order';
import { storyOf } from './objections-item';
import type { Page } from './page';
import { strikesOn, withStrikes } from './strikes';
import { LETTERS } from './stance-words';

const COUNTS = [...STANCES.map((stance) => LETTERS[stance]), LETTERS.abstain, LETTERS.none];
const right = (title: string): Column => ({ title, align: 'right' });
const left = (title: string): Column => ({ title, align: 'left' });

/** What the words of the assessments mean, for who reads them for the first time. */
const HOW_ASSESSED =
  'The assessment of a subsystem is computed from what its body says: its maintainers, who have a seat there; where it ' +
  "has none, everybody present, or else everybody who was heard. It advises; the call is the chair's. Others are shown " +
  'beside: "affected" maintains a subsystem that this one affects, "outside" is everybody else.';

/** Where every subsystem stands, at a glance: open objections beside the call here too. */
export function tablePart(page: Page, shown: readonly Placed[], rows: readonly Row[]): readonly Block[] {
  if (shown.length === 0) return [];
  const recused = shown.flatMap(({ slug }) =>
    positionsFor(page.session, slug).flatMap(({ stance, entry }) => (stance === 'recuse' ? [entry] : [])),
  );
  const legend = [
    'A counts who abstains, "." who has no position recorded, "!" the objections that are open.',
    ...(recused.length > 0 ? ['Who is recused is not counted.'] : []),
  ];
  const columns = [left('Subsystem'), ...COUNTS.map(right), left('assessment'), left('call'), right('!')];
  return [
    { type: 'heading', level: 1, said: page.say('Where it stands') },
    { type: 'table', columns, rows },
    { type: 'paragraph', said: page.say(legend.join(' '), recused) },
    { type: 'paragraph', said: page.say(HOW_ASSESSED) },
  ];
}

/** Where one subsystem stands. */
export function rowOf(page: Page, { slug, depth }: Placed): Row {
  const { session } = page;
  const { stances, abstain, none } = tally(session, slug);
  const call = callOn(session, { subsystem: slug });
  const { own, elsewhere } = objectionsTouching(session, slug);
  const counts = [...STANCES.map((stance) => stances[stance]), abstain, none];
  const open = [own, elsewhere].flat().filter(isOpen);
  const sources = [
    subsystemOf(session, slug).entry,
    ...positionsFor(session, slug).map(({ entry }) => entry),
    call?.entry,
    call?.reopened,
    ...[own, elsewhere].flat().flatMap(storyOf),
    ...strikesOn(session, slug),
  ];
  return {
    cells: [
      '  '.repeat(depth) + page.cell(slug),
      ...counts.map(String),
      assessmentCell(assessSubsystem(session, slug, page.at)),
      callCell(page, { subsystem: slug }),
      String(open.length),
    ],
    from: withStrikes(
      session,
      sources.filter((source) => source !== undefined),
    ),
  };
}
