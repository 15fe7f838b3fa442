import type { ShellEvent, StartFacts } from '../../shared/ipc';
import type { Reconciled, Reconciling } from '../record/reconcile';
import { noteDisagreements } from './recovery';
import { say, showNotice } from './screen';
import type { Notice } from './state';
import { getState } from './store';

/** What the shell found before it opened the window. */
export function tellOfStart({ unclean, free, broken, quarantined }: StartFacts): void {
  if (broken === true) say(`The database was broken. It was moved to ${quarantined ?? 'a folder of its own'}.`);
  else if (unclean) say('The last run did not end properly. All that was saved is compared with its journal.');
  if (free === undefined) return;
  showNotice({
    tone: 'error',
    text: `The disk is nearly full: ${String(Math.floor(free / 1024 ** 2))} MB are free. Make room, so that what is recorded can be kept.`,
  });
}

/** What came of comparing the copies: what is whole again, what could not be done, what a person must decide. */
export function tellOfCopies(reconciling: Reconciling | string): void {
  if (typeof reconciling === 'string') {
    tellBeside({ tone: 'error', text: `The journals could not be compared with the database. ${reconciling}` });
    return;
  }
  const { done, open } = reconciling;
  const detail = done.flatMap(detailOf);
  if (open.length > 0) {
    noteDisagreements(open);
    tellBeside({
      tone: 'error',
      text: 'The copies of a record differ, and none of them has everything. Nothing was changed yet.',
      detail,
      action: { title: 'Compare the copies', command: 'recovery.show' },
    });
  } else if (detail.length > 0) {
    const isTrouble = done.some(({ troubles }) => troubles.length > 0);
    tellBeside({ tone: isTrouble ? 'error' : 'info', text: isTrouble ? TROUBLE : textOf(done), detail });
  }
}

const TROUBLE = 'A session and its journal differ, and could not be made alike.';

function textOf(done: readonly Reconciled[]): string {
  return done.some(({ replayed }) => replayed > 0)
    ? 'Lines were missing in the database. They are back from the journal.'
    : 'Lines of a journal were damaged. They are whole again from the database.';
}

function detailOf({ title, replayed, mended, troubles }: Reconciled): readonly string[] {
  return [
    ...(replayed > 0 ? [`${title}: ${String(replayed)} lines`] : []),
    ...mended.map((line) => `${title}: ${line}, was damaged in the journal and is whole again`),
    ...troubles.map((trouble) => `${title}: ${trouble}`),
  ];
}

const troubles = new Set<string>();

/**
 * What goes wrong beside the record, in the shell. What repeats is told once, and never beside something worse; anything
 * else happened, and is told each time.
 */
export function tellOfTrouble({ text, repeats }: Extract<ShellEvent, { type: 'trouble' }>): void {
  if (repeats === true) {
    if (troubles.has(text) || getState().notice?.tone === 'error') return;
    troubles.add(text);
  }
  tellBeside({ tone: 'error', text });
}

/** An error that is shown stays, and what comes to it stands below it: neither takes the place of the other. */
function tellBeside(notice: Notice): void {
  const shown = getState().notice;
  if (shown?.tone !== 'error') {
    showNotice(notice);
    return;
  }
  const lines = new Set([...(shown.detail ?? []), notice.text, ...(notice.detail ?? [])]);
  lines.delete(shown.text);
  showNotice({ ...shown, ...notice, text: shown.text, tone: 'error', ...(lines.size > 0 && { detail: [...lines] }) });
}
