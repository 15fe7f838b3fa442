import type { Entry } from '../../shared/record/entry';
import type { Instant } from '../../shared/record/ids';
import { mainText } from '../../shared/record/main-text';
import { gaps, type Gap } from '../../shared/session/gaps';
import { objections } from '../../shared/session/objections';
import type { Session } from '../../shared/session/session';
import { sentSummaries } from '../../shared/session/sent';
import { isDismissed, isTaken } from '../../shared/session/suggestions';
import { answersTo } from './answers';
import type { ListedMail, Suggested } from './listed-mail';
import { perhapsSame, type PerhapsSameShown } from './same-people';
import type { State } from './state';
import { setState } from './store';
import { toCheck, type ToCheck } from './to-check';

/** One thing that waits for a person: of the record, of its thread, or a stretch of time without a word. */
export type Waiting =
  | ToCheck
  | { readonly what: 'mail-answer'; readonly mail: ListedMail }
  | { readonly what: 'suggestion'; readonly suggestion: Suggested }
  | { readonly what: 'same'; readonly proposal: PerhapsSameShown }
  | { readonly what: 'gap'; readonly gap: Gap };

/** It with a key, by which it is known while it waits. */
export type TriageItem = Waiting & { readonly key: string };

/** What a person may write for an item. */
export interface Wording {
  readonly name: string;
  readonly text: string;
}

type Sources = Pick<State, 'open' | 'mails' | 'suggestions' | 'mailmap' | 'asOf'>;
let last: { readonly of: Sources; readonly items: readonly TriageItem[] } | undefined;

/** Everything that waits for a person, what blocks most first. The same list as long as nothing changed. */
export function triageItems({ open, mails, suggestions, mailmap, asOf }: Sources): readonly TriageItem[] {
  const of: Sources = { open, mails, suggestions, mailmap, asOf };
  if (last !== undefined && isSame(last.of, of)) return last.items;
  const items =
    open === undefined ? [] : waiting(open.session, of, asOf).map((each) => ({ ...each, key: keyOf(each) }));
  last = { of, items };
  return items;
}

function isSame(a: Sources, b: Sources): boolean {
  return (
    a.open === b.open &&
    a.mails === b.mails &&
    a.suggestions === b.suggestions &&
    a.mailmap === b.mailmap &&
    a.asOf === b.asOf
  );
}

function waiting(session: Session, { mails, suggestions, mailmap }: Sources, asOf: Instant): readonly Waiting[] {
  const ofRecord = toCheck(session);
  const later = ofRecord.findIndex(({ what }) => what === 'two-people' || what === 'unclear' || what === 'rationale');
  const at = later === -1 ? ofRecord.length : later;
  return [
    ...ofRecord.slice(0, at),
    ...(mails === undefined ? [] : answersTo(mails, sentSummaries(session)))
      .filter(({ id }) => !isObjection(session, id))
      .map((mail): Waiting => ({ what: 'mail-answer', mail })),
    ...(suggestions?.found ?? [])
      .filter((each) => !isDismissed(session, each) && !isTaken(session, each.message, each.quote))
      .map((suggestion): Waiting => ({ what: 'suggestion', suggestion })),
    ...perhapsSame(session, mailmap).map((proposal): Waiting => ({ what: 'same', proposal })),
    ...gaps(session, asOf).map((gap): Waiting => ({ what: 'gap', gap })),
    ...ofRecord.slice(at),
  ];
}

/** An answer that an objection rests on needs nobody any more. */
function isObjection(session: Session, message: string): boolean {
  return objections(session).some(({ evidence }) =>
    evidence.some((item) => 'message' in item && item.message === message),
  );
}

function keyOf(item: Waiting): string {
  switch (item.what) {
    case 'clash':
      return `clash ${item.id}`;
    case 'conflict':
      return `conflict ${item.conflict.heads.map(({ id }) => id).join(' ')}`;
    case 'mail-answer':
      return `mail ${item.mail.id} ${String(item.mail.copy)}`;
    case 'suggestion':
      return `suggestion ${item.suggestion.message} ${String(item.suggestion.line)} ${item.suggestion.cue}`;
    case 'same':
      return `same ${item.proposal.id}`;
    case 'gap':
      return `gap ${item.gap.called} ${item.gap.from}`;
    default: {
      const { id } = entryOf(item);
      return `${item.what} ${id}`;
    }
  }
}

/** The entry that an item is about, where it is about one that stands. */
export function entryOf(
  item: Exclude<Waiting, { what: 'clash' | 'conflict' | 'mail-answer' | 'suggestion' | 'same' | 'gap' }>,
): Entry;
export function entryOf(item: Waiting): Entry | undefined;
export function entryOf(item: Waiting): Entry | undefined {
  if ('objection' in item) return item.objection.entry;
  if ('call' in item) return item.call.entry;
  if ('position' in item) return item.position.entry;
  return 'entry' in item ? item.entry : undefined;
}

/** What is missing in the words of an item or is to be looked at there; undefined where words don't mend it. */
export function wordingOf(item: Waiting): Wording | undefined {
  switch (item.what) {
    case 'rationale':
      return { name: 'Rationale', text: item.position.rationale ?? '' };
    case 'reason':
      return { name: 'Reason', text: item.objection.reason ?? '' };
    case 'remedy':
      return { name: 'What would remove it', text: item.objection.remedy ?? '' };
    case 'answer':
      return { name: 'The answer', text: item.objection.settlement?.answer ?? '' };
    case 'statement':
      return { name: 'The call’s statement', text: item.call.entry.statement ?? '' };
    case 'departure':
      return { name: 'The chair’s reason', text: item.call.entry.reason ?? '' };
    case 'unclear':
    case 'two-people':
      return { name: 'Reads now as', text: mainText(item.entry) ?? '' };
    default:
      return undefined;
  }
}

/** Where triage is: the item that was chosen, else the first that nobody looked at, else the first. */
export function currentItem(items: readonly TriageItem[], { at, ok }: State['triage']): TriageItem | undefined {
  return items.find(({ key }) => key === at) ?? items.find(({ key }) => !ok.has(key)) ?? items[0];
}

/** The item that follows another among those that nobody looked at, from the top again after the last. */
export function nextItem(items: readonly TriageItem[], from: string, ok: ReadonlySet<string>): TriageItem | undefined {
  const at = items.findIndex(({ key }) => key === from);
  return [...items.slice(at + 1), ...items.slice(0, Math.max(0, at))].find(({ key }) => !ok.has(key));
}

/** Changes where triage is. It is on this screen only. */
export function changeTriage(changes: Partial<State['triage']>): void {
  setState(({ triage }) => ({ triage: { ...triage, ...changes } }));
}
