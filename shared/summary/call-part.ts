import type { Assessment, RuleAssessment } from '../consensus/assess';
import { departureOf, namedIn, type Option, type Snapshot } from '../consensus/departure';
import { CALL_WORDS, STATE_WORDS, stateLabel } from '../consensus/state-words';
import type { On } from '../record/entry';
import { timeOf } from '../record/order';
import { callOn, isTentative, type Call, type CallMade } from '../session/calls';
import type { Objection } from '../session/objections';
import type { Session } from '../session/session';
import type { Item } from './document';
import { every, type Page } from './page';
import type { Source } from './sources';
import { LETTERS } from './stance-words';

type Assessed = Assessment | RuleAssessment;

/**
 * The chair's call on a thing, with its words and with what it departs from; where there is none, `besides` says what it
 * would be on. `place` names where, for a part of a thing.
 */
export function callItem(page: Page, on: On, assessed: Assessed, besides: readonly Source[], place = ''): Item {
  const mark = 'Call';
  const call = callOn(page.session, on);
  if (call === undefined) return { mark, head: page.say(`${place}none`, besides), lines: [] };
  const { entry, reopened } = call;
  const { statement, reason } = entry;
  const remarks = callRemarks(page, call, assessed).join(' ');
  return {
    mark,
    head: page.say(place + headWords(page, call), [entry, ...(reopened === undefined ? [] : [reopened])]),
    date: page.day(reopened === undefined ? call.at : timeOf(reopened)),
    lines: [
      ...(statement === undefined ? [] : [page.line('words', statement, [entry])]),
      ...(reason === undefined ? [] : [page.line('remark', `The reason given: ${reason}`, [entry])]),
      ...(remarks === '' ? [] : [page.line('remark', remarks, call.history)]),
      ...(reopened?.why === undefined ? [] : [page.line('remark', `Reopened because: ${reopened.why}`, [reopened])]),
    ],
  };
}

/** The entries of the call on a thing: what comes after it is marked so. */
export function callEntries(session: Session, on: On): readonly Source[] {
  const call = callOn(session, on);
  return call === undefined ? [] : [call.entry, ...(call.reopened === undefined ? [] : [call.reopened])];
}

function headWords(page: Page, { entry, reopened }: Call): string {
  if (reopened !== undefined) return `reopened; it was ${callWords(entry)}`;
  return `${callWords(entry)}${isTentative(page.session, page.at) ? ', tentative' : ''}`;
}

export function callWords({ call, stance, answer, to }: CallMade): string {
  if (call === 'deferred') return to === undefined ? 'deferred' : `deferred to ${to}`;
  if (call === 'no-consensus') return CALL_WORDS[call];
  const what = stance ?? answer;
  return what === undefined ? CALL_WORDS[call] : `${CALL_WORDS[call]} ${FOR[what]}`;
}

/** The call in a table: `rough consensus U`. */
export function callCell(page: Page, on: On): string {
  const call = callOn(page.session, on);
  if (call === undefined) return 'none';
  if (call.reopened !== undefined) return 'reopened';
  const { entry, conflict } = call;
  if (conflict) return 'in conflict';
  return entry.stance === undefined ? CALL_WORDS[entry.call] : `${CALL_WORDS[entry.call]} ${LETTERS[entry.stance]}`;
}

function callRemarks(page: Page, { entry, reopened, conflict, heads }: Call, assessed: Assessed): readonly string[] {
  if (reopened !== undefined) return [];
  const then = entry.assessment;
  const departs = departureOf(page.session, entry) !== undefined;
  const others = heads
    .filter((head) => head !== entry)
    .map((head) => (head.kind === 'call-made' ? callWords(head) : 'reopened'));
  return [
    ...(entry.statement === undefined ? ['No wording was recorded with it.'] : []),
    ...(departs && entry.reason === undefined ? ['It departs from the assessment and gives no reason.'] : []),
    ...(then === undefined || !isOther(then, assessed)
      ? []
      : [`When it was made, the assessment was ${snapshotWords(then)}.`]),
    ...(conflict ? [`In conflict: also recorded as ${others.join(', ')}, and nobody has resolved it.`] : []),
  ];
}

const FOR: Readonly<Record<Option, string>> = {
  'standard-required': `for ${LETTERS['standard-required']}`,
  'userspace-allowed': `for ${LETTERS['userspace-allowed']}`,
  'passthrough-niche': `for ${LETTERS['passthrough-niche']}`,
  supports: 'for it',
  opposes: 'against it',
};

/** Whether a snapshot says another thing than today's assessment; one by hand may not say what carried. */
function isOther(then: Snapshot, now: Assessed): boolean {
  return then.state !== now.state || (namedIn(then).length > 0 && snapshotWords(then) !== snapshotWords(now));
}

/** `contested`, `unanimous for S`, `consensus against it`: an assessment in short. */
function snapshotWords(snapshot: Snapshot): string {
  return `${stateLabel(snapshot.state)} ${every(namedIn(snapshot).map((option) => FOR[option]))}`.trim();
}

/** The computed state and its reasons. Objections stand in full right below: their words are not said twice. */
export function assessmentItem(
  page: Page,
  { state, because }: Assessed,
  sources: readonly Source[],
  objections: readonly Objection[],
  place = '',
): Item {
  const begin = `${STATE_WORDS[state]}: `;
  const labelled = new Map(objections.map((objection) => [objection.label, objection]));
  const [first = STATE_WORDS[state], ...others] = because.map((reason) => withoutWordsOf(labelled, reason));
  return {
    mark: 'Assessment',
    head: page.say(place + first, sources),
    lines: others.map((reason) =>
      page.line('point', reason.startsWith(begin) ? reason.slice(begin.length) : reason, sources),
    ),
  };
}

function withoutWordsOf(objections: ReadonlyMap<string, Objection>, sentence: string): string {
  let rest = sentence;
  for (const [, label = ''] of sentence.matchAll(/objection (\S+) by /g)) {
    const named = objections.get(label);
    if (named === undefined) continue;
    rest = withoutEnd(rest, `, unless ${named.remedy ?? ''}`);
    rest = withoutEnd(rest, `: ${named.reason ?? ''}`);
    rest = withoutEnd(rest, `: ${named.settlement?.answer ?? ''}`);
    for (const { why } of named.disputes) rest = withoutEnd(rest, `: ${why}`);
  }
  return rest;
}

function withoutEnd(text: string, end: string): string {
  return text.endsWith(end) ? text.slice(0, -end.length) : text;
}

/** The assessment in a table: `consensus S`. */
export function assessmentCell({ state, stances }: Assessment): string {
  return [STATE_WORDS[state], stances.map((stance) => LETTERS[stance]).join('/')].join(' ').trim();
}
