import type { On } from '../record/entry';
import type { Slug } from '../record/ids';
import { assertNever } from '../result';
import { callOn, type Call } from '../session/calls';
import { isOpen, objections, type Objection } from '../session/objections';
import { subsystemOf } from '../session/subsystems';
import { openClashes } from '../session/verdicts';
import { callEntries } from './call-part';
import type { Block, Statement } from './document';
import { homeOf, objectionsAt } from './homes';
import { storyOf } from './objections-item';
import { objectionsPart } from './objections-part';
import { every, type Page } from './page';
import type { Source } from './sources';
import { strikesOn } from './strikes';
import { isOpenQuestion, wantedQuestions } from './questions-part';
import { wantedRules } from './rules-part';

/** What nobody decided: things without a call, open objections, open questions, what two scribes recorded differently. */
export function undecidedPart(page: Page, shown: readonly Slug[]): readonly Block[] {
  const { session, chosen } = page;
  const lost = chosen === undefined ? objectionsAt(session, ({ of }) => of === 'nothing') : [];
  const points = [
    ...callPoints(page, shown),
    ...objectionPoint(page, shown),
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

/** What has no call that settles it, by how it stands: the subsystems, then the rules. */
function callPoints(page: Page, shown: readonly Slug[]): readonly Statement[] {
  const rules = wantedRules(page).map(({ id, label, entry }) => ({
    label,
    on: { rule: id },
    from: [entry, ...strikesOn(page.session, id)],
  }));
  return [
    ...unsettled(
      page,
      shown.map((slug) => ({
        label: slug,
        on: { subsystem: slug },
        from: [subsystemOf(page.session, slug).entry ?? [], ...strikesOn(page.session, slug)].flat(),
      })),
      every,
    ),
    ...unsettled(page, rules, (labels) => `rule${labels.length === 1 ? '' : 's'} ${every(labels)}`),
  ];
}

const CALL_POINTS = {
  none: 'There is no call on',
  reopened: 'The call was reopened on',
  conflict: 'Calls that differ stand, and nobody has resolved it, on',
  'no-consensus': 'There is no consensus on',
  deferred: 'The call is deferred on',
} as const;

interface Called {
  readonly label: string;
  readonly on: On;
  readonly from: readonly Source[];
}

function unsettled(
  { session, say }: Page,
  things: readonly Called[],
  named: (labels: readonly string[]) => string,
): readonly Statement[] {
  const all = things.map(({ on, ...thing }) => ({ ...thing, call: callOn(session, on) }));
  // what has no call is seen by what has one
  const sources = [...all.flatMap(({ from }) => from), ...things.flatMap(({ on }) => callEntries(session, on))];
  return (['none', 'reopened', 'conflict', 'no-consensus', 'deferred'] as const).flatMap((state) => {
    const those = all.filter(({ call }) => standOf(call) === state);
    if (those.length === 0) return [];
    const words = `${CALL_POINTS[state]} ${named(those.map(({ label }) => label))}.`;
    return [say(words, sources)];
  });
}

function standOf(call: Call | undefined): Call['entry']['call'] | 'none' | 'reopened' | 'conflict' {
  if (call === undefined) return 'none';
  if (call.conflict) return 'conflict';
  return call.reopened === undefined ? call.entry.call : 'reopened';
}

/** Every open objection by what it is about: nobody has to look for them. */
function objectionPoint(page: Page, shown: readonly Slug[]): readonly Statement[] {
  const placeOf = placesOn(page, shown);
  const here: Objection[] = [];
  const places = new Map<string, Objection[]>();
  for (const objection of objections(page.session)) {
    const place = placeOf(objection);
    if (place === undefined) continue;
    here.push(objection);
    if (!isOpen(objection)) continue;
    const open = places.get(place);
    if (open === undefined) places.set(place, [objection]);
    else open.push(objection);
  }
  if (places.size === 0) return [];
  const words = [...places].map(([place, all]) => `${place} (${every(all.map(({ label }) => label))})`);
  const matters = [...shown, ...wantedRules(page).map(({ id }) => id), ...wantedQuestions(page).map(({ id }) => id)];
  const strikes = matters.flatMap((matter) => strikesOn(page.session, matter));
  return [page.say(`Objections are open on ${every(words)}.`, [...here.flatMap(storyOf), ...strikes])];
}

/** Where each objection is printed, in a word; undefined where this page doesn't print it. */
function placesOn(page: Page, shown: readonly Slug[]): (objection: Objection) => string | undefined {
  const slugs = new Set(shown);
  const rules = new Map(wantedRules(page).map(({ id, label }) => [id, label]));
  const asked = new Map(wantedQuestions(page).map(({ id, label }) => [id, label]));
  const named = (what: string, label: string | undefined): string | undefined =>
    label === undefined ? undefined : `${what} ${label}`;
  return ({ on }) => {
    const home = homeOf(page.session, on);
    switch (home.of) {
      case 'subsystem':
        return slugs.has(home.subsystem) ? home.subsystem : undefined;
      case 'rule':
        return named('rule', rules.get(home.rule));
      case 'question':
        return named('question', asked.get(home.question));
      case 'nothing':
        return undefined;
      default:
        return assertNever(home);
    }
  };
}

function questionPoint(page: Page): readonly Statement[] {
  const open = wantedQuestions(page).filter(isOpenQuestion);
  if (open.length === 0) return [];
  const labels = every(open.map(({ label }) => label));
  return [
    page.say(
      `Nobody has answered question${open.length === 1 ? '' : 's'} ${labels}.`,
      wantedQuestions(page).flatMap(({ id, entry, answers }) => [entry, ...answers, ...strikesOn(page.session, id)]),
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
