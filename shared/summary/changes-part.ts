import { assessSubsystem } from '../consensus/assess';
import type { Slug } from '../record/ids';
import { callOn } from '../session/calls';
import { positionsFor } from '../session/positions';
import { ruleOf, rules } from '../session/rules';
import type { Session } from '../session/session';
import { hasSubsystem, subsystemOf, subsystems } from '../session/subsystems';
import { assessmentCell } from './call-part';
import { withVerdicts, type Change } from './change';
import { callChange } from './changes-call';
import { actionChanges, questionChanges, ruleChanges } from './changes-elsewhere';
import { answerChanges, objectionChanges, positionChanges } from './changes-said';
import type { Block, Line } from './document';
import { about } from './fact-parts';
import { objectionsTouching } from './homes';
import { storyOf } from './objections-item';
import { shownOn } from './order';
import type { Page } from './page';
import { RULING_WORDS, rulingsOn } from './rulings-part';
import type { Source } from './sources';
import { strikesOn } from './strikes';
import type { Before } from './version';

/** What is other than in the version before, by subsystem: what became of it, not each step on the way. */
export function changesPart(page: Page, before: Before | undefined): readonly Block[] {
  if (before === undefined) return [];
  const then = before.session;
  const groups = [
    ...shownOn(page).map(({ slug }) => ({ name: slug, changes: subsystemChanges(page, then, slug) })),
    ...goneSubsystems(page, then),
    {
      name: 'elsewhere',
      changes: [...ruleChanges(page, then), ...questionChanges(page, then), ...actionChanges(page, then)],
    },
  ].filter(({ changes }) => changes.length > 0);
  return [
    { type: 'heading', level: 1, said: page.say(`Changed since version ${String(before.number)}`, [before.sent]) },
    ...(groups.length === 0 ? [{ type: 'paragraph', said: page.say('Nothing.', [before.sent]) } as const] : []),
    ...(groups.length === 0
      ? []
      : [
          {
            type: 'items',
            of: 'changes',
            items: groups.map(({ name, changes }) => ({
              mark: '-',
              head: page.say(name, headFrom(page, before, name)),
              // there is a version before by what was recorded as sent
              lines: changes.map(({ words, from }): Line => page.line('point', words, [before.sent, ...from])),
            })),
          } as const,
        ]),
  ];
}

/** What is changed is of a subsystem, or of none: `elsewhere`. */
function headFrom({ session }: Page, { sent }: Before, name: string): readonly Source[] {
  const entry = subsystems(session).find(({ slug }) => slug === name)?.entry;
  return entry === undefined ? [sent] : [sent, entry];
}

function subsystemChanges(page: Page, then: Session, slug: Slug): readonly Change[] {
  const { session, at } = page;
  const was = subsystemOf(then, slug).entry;
  const is = subsystemOf(session, slug).entry;
  if (was === undefined) return [{ words: 'new', from: is === undefined ? [] : [is] }];
  const state = assessmentCell(assessSubsystem(session, slug, at));
  const stateThen = assessmentCell(assessSubsystem(then, slug, at));
  const stories = [session, then].flatMap((each) => [
    ...positionsFor(each, slug).map(({ entry }) => entry),
    ...[objectionsTouching(each, slug)].flatMap(({ own, elsewhere }) => [...own, ...elsewhere].flatMap(storyOf)),
    ...strikesOn(each, slug),
  ]);
  return [
    ...callChange(page, callOn(session, { subsystem: slug }), callOn(then, { subsystem: slug })),
    ...(state === stateThen ? [] : [{ words: `the assessment is ${state}; it was ${stateThen}`, from: stories }]),
    ...positionChanges(page, then, slug),
    ...objectionChanges(page, then, slug),
    ...rulingChanges(page, then, slug),
    ...rules(session).flatMap(({ id, label }) => answerChanges(page, then, id, `${label} here`, slug)),
  ];
}

/** What was a subsystem then and is none now; those that are chosen are there. */
function goneSubsystems({ session, chosen }: Page, then: Session): readonly { name: Slug; changes: Change[] }[] {
  if (chosen !== undefined) return [];
  return subsystems(then)
    .filter(({ slug }) => !hasSubsystem(session, slug))
    .map(({ slug, entry }) => ({
      name: slug,
      changes: [{ words: 'struck from the record', from: withVerdicts(session, entry === undefined ? [] : [entry]) }],
    }));
}

function rulingChanges(page: Page, then: Session, slug: Slug): readonly Change[] {
  const [before, now] = [rulingsOn(then, slug), rulingsOn(page.session, slug)];
  return [
    ...now.flatMap(({ rule, entry }): readonly Change[] => {
      const was = before.find((ruling) => ruling.rule === rule)?.entry;
      if (was?.id === entry.id) return [];
      const words = `${about(page, { rule })} is ${RULING_WORDS[entry.state]} here`;
      const from = withVerdicts(page.session, [entry, ...(was === undefined ? [] : [was])]);
      return [{ words: was === undefined ? words : `${words}; it was ${RULING_WORDS[was.state]}`, from }];
    }),
    ...before
      .filter(({ rule }) => !now.some((ruling) => ruling.rule === rule) && ruleOf(page.session, rule) !== undefined)
      .map(({ rule, entry }) => ({
        words: `${about(page, { rule })} was ${RULING_WORDS[entry.state]} here, which was struck from the record`,
        from: withVerdicts(page.session, [entry]),
      })),
  ];
}
