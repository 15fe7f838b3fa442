import type { Slug } from '../record/ids';
import { assertNever } from '../result';
import { callOn, standingCall, type Call } from '../session/calls';
import { isOpen, type Objection } from '../session/objections';
import { openClashes } from '../session/verdicts';
import type { Block, Statement } from './document';
import { homeOf, objectionsAt } from './homes';
import { objectionsPart } from './objections-part';
import { every, type Page, type Source } from './page';
import { isOpenQuestion, wantedQuestions } from './questions-part';
import { wantedRules } from './rules-part';

/** What nobody decided: things without a call, open objections, open questions, what two scribes recorded differently. */
export function undecidedPart(page: Page, shown: readonly Slug[]): readonly Block[] {
  const { session, chosen } = page;
  const lost = chosen === undefined ? objectionsAt(session, ({ of }) => of === 'nothing') : [];
  const points = [
    ...callPoints(page, shown),
    ...objectionPoint(page, shown),
    ...rulePoint(page),
    ...questionPoint(page),
    ...clashPoint(page),
  ];
  if (points.length + lost.length === 0) return [];
  return [
    { type: 'heading', level: 1, said: page.say('Not decided') },
    { type: 'items', of: 'points', items: points.map((head) => ({ mark: '-', head, lines: [] })) },
    ...(lost.length === 0
      ? []
      : [
          { type: 'paragraph', said: page.say('What these objections are about is no longer in the record.') } as const,
        ]),
    ...objectionsPart(page, lost),
  ];
}

/** The subsystems without a call that settles them, by how they stand. */
function callPoints({ session, say }: Page, shown: readonly Slug[]): readonly Statement[] {
  const calls = shown.map((slug) => ({ slug, call: callOn(session, { subsystem: slug }) }));
  const stands = (call: Call | undefined): Call['entry']['call'] | 'none' | 'reopened' =>
    call === undefined ? 'none' : call.reopened === undefined ? call.entry.call : 'reopened';
  return (['none', 'reopened', 'no-consensus', 'deferred'] as const).flatMap((state) => {
    const those = calls.filter(({ call }) => stands(call) === state);
    const words = `${CALL_POINTS[state]} ${every(those.map(({ slug }) => slug))}.`;
    return those.length === 0
      ? []
      : [
          say(
            words,
            those.flatMap(({ call }) => call?.entry ?? []),
          ),
        ];
  });
}

const CALL_POINTS = {
  none: 'There is no call on',
  reopened: 'The call was reopened on',
  'no-consensus': 'There is no consensus on',
  deferred: 'The call is deferred on',
} as const;

/** Every open objection by what it is about: nobody has to look for them. */
function objectionPoint(page: Page, shown: readonly Slug[]): readonly Statement[] {
  const open = objectionsAt(page.session, (home) => home.of !== 'nothing').filter(isOpen);
  const places = new Map<string, Objection[]>();
  for (const objection of open) {
    const place = placeOf(page, shown, objection);
    if (place !== undefined) places.set(place, [...(places.get(place) ?? []), objection]);
  }
  if (places.size === 0) return [];
  const words = [...places].map(([place, all]) => `${place} (${every(all.map(({ label }) => label))})`);
  const from = [...places.values()].flat().map(({ entry }) => entry);
  return [page.say(`Objections are open on ${every(words)}.`, from)];
}

function placeOf(page: Page, shown: readonly Slug[], { on }: Objection): string | undefined {
  const home = homeOf(page.session, on);
  switch (home.of) {
    case 'subsystem':
      return shown.includes(home.subsystem) ? home.subsystem : undefined;
    case 'rule': {
      const rule = wantedRules(page).find(({ id }) => id === home.rule);
      return rule === undefined ? undefined : `rule ${rule.label}`;
    }
    case 'question': {
      const question = wantedQuestions(page).find(({ id }) => id === home.question);
      return question === undefined ? undefined : `question ${question.label}`;
    }
    case 'nothing':
      return undefined;
    default:
      return assertNever(home);
  }
}

function rulePoint(page: Page): readonly Statement[] {
  const uncalled = wantedRules(page).filter(({ id }) => standingCall(page.session, { rule: id }) === undefined);
  return numbered(page, uncalled, 'There is no call on rule');
}

function questionPoint(page: Page): readonly Statement[] {
  return numbered(page, wantedQuestions(page).filter(isOpenQuestion), 'Nobody has answered question');
}

function numbered(
  page: Page,
  things: readonly { readonly label: string; readonly entry: Source }[],
  words: string,
): readonly Statement[] {
  if (things.length === 0) return [];
  const labels = every(things.map(({ label }) => label));
  return [
    page.say(
      `${words}${things.length === 1 ? '' : 's'} ${labels}.`,
      things.map(({ entry }) => entry),
    ),
  ];
}

/** Entries that came with one id and different content count nowhere until a person picks one. */
function clashPoint({ session, say }: Page): readonly Statement[] {
  const clashes = openClashes(session);
  if (clashes.length === 0) return [];
  const what = clashes.length === 1 ? 'One entry was' : `${clashes.length} entries were`;
  return [
    say(`${what} recorded with one id and different content; nobody has picked one, so none counts here.`, clashes),
  ];
}
