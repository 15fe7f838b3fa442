import { assessSubsystem } from '../consensus/assess';
import type { Slug } from '../record/ids';
import { positionsFor } from '../session/positions';
import { ruleOf } from '../session/rules';
import type { Session } from '../session/session';
import { layersOver, subsystemOf, type Subsystem } from '../session/subsystems';
import { assessmentItem, callEntries, callItem } from './call-part';
import type { Block, Item } from './document';
import { heardEntries } from './heard-entries';
import { objectionsTouching } from './homes';
import { objectionsItem, storyOf } from './objections-item';
import { objectionsPart } from './objections-part';
import { every, type Page } from './page';
import type { Source } from './sources';
import { strikesOn } from './strikes';
import { positionsPart } from './positions-part';
import { RULING_WORDS, rulingsOn } from './rulings-part';

/**
 * One subsystem: call, assessment and objections side by side, then the objections and the positions in full.
 */
export function subsystemPart(page: Page, slug: Slug): readonly Block[] {
  const { session } = page;
  const subsystem = subsystemOf(session, slug);
  const assessed = assessSubsystem(session, slug, page.at);
  const { own, elsewhere } = objectionsTouching(session, slug);
  const besides = [...added(subsystem), ...strikesOn(session, slug)];
  const sources = [
    ...besides,
    ...positionsFor(session, slug).map(({ entry }) => entry),
    ...own.flatMap(storyOf),
    ...callEntries(session, { subsystem: slug }),
    ...heardEntries(session, slug),
  ];
  return [
    { type: 'heading', level: 1, about: slug, said: page.say(titleOf(session, subsystem), added(subsystem)) },
    ...factsPart(page, subsystem),
    {
      type: 'items',
      of: 'points',
      items: [
        callItem(page, { subsystem: slug }, assessed, besides),
        assessmentItem(page, assessed, sources, own),
        objectionsItem(page, own, elsewhere, besides),
        ...rulingsItem(page, slug),
      ],
    },
    ...objectionsPart(page, own),
    ...positionsPart(page, slug),
  ];
}

function added({ entry }: Subsystem): readonly Source[] {
  return entry === undefined ? [] : [entry];
}

/** `Camera ISPs (isp), part of media`. */
function titleOf(session: Session, { slug, name, partOf }: Subsystem): string {
  const title = name.startsWith(slug) ? name : `${name} (${slug})`;
  return partOf === undefined ? title : `${title}, part of ${subsystemOf(session, partOf).name}`;
}

/** What one has to know of a subsystem: its own question, what exists for it, whom it touches. */
function factsPart(page: Page, subsystem: Subsystem): readonly Block[] {
  const { slug, question, standard, openStack, affects } = subsystem;
  const affecting = layersOver(page.session, slug);
  const facts = [
    ...(question === undefined ? [] : [`The question here: ${question}`]),
    ...(standard === undefined ? [] : [`The standard is ${standard}.`]),
    ...(openStack === undefined ? [] : [`The open stack is ${openStack}.`]),
    ...(affects.length === 0 ? [] : [`It affects ${every(affects)}, whose maintainers have a say.`]),
    ...(affecting.length === 0 ? [] : [`It is affected by ${every(affecting.map((other) => other.slug))}.`]),
  ];
  const from = [subsystem, ...affecting].flatMap(added);
  return facts.length === 0 ? [] : [{ type: 'paragraph', said: page.say(facts.join(' '), from) }];
}

/** How the rules stand here, in short. */
function rulingsItem(page: Page, slug: Slug): readonly Item[] {
  const here = rulingsOn(page.session, slug).flatMap((ruling) => {
    const rule = ruleOf(page.session, ruling.rule);
    return rule === undefined ? [] : [{ ruling, rule }];
  });
  if (here.length === 0) return [];
  const words = here
    .toSorted((a, b) => a.rule.number - b.rule.number)
    .map(
      ({ ruling, rule }) =>
        `${rule.label} ${RULING_WORDS[ruling.entry.state]}${ruling.conflict ? ' (in conflict)' : ''}`,
    );
  return [
    {
      mark: 'Rules',
      head: page.say(
        words.join(', '),
        here.map(({ ruling }) => ruling.entry),
      ),
      lines: [],
    },
  ];
}
