import { lineOf } from '../../shared/record/canon';
import { logOf } from '../../shared/session/log';
import { versionsOf } from '../../shared/session/session';
import type { AnyEntry } from '../../shared/record/entry';
import { kept } from './database';
import { recordedOf } from './read-only';
import { showNotice } from './screen';
import type { Saved } from './state';
import { getState, setState } from './store';

/** A write that takes no longer than this is not worth a word: "Saving" would only flicker. */
const QUIET = 400;
const TITLE = 'Not saved.';

let late: ReturnType<typeof setTimeout> | undefined;

/** Brings the corner of the status line up to date with the outbox; called whenever that changes. */
export function showSaved(): void {
  clearTimeout(late);
  const { waiting, trouble, since, savedAt } = kept().outbox.state();
  if (trouble !== undefined) {
    const lines = waiting.reduce((sum, batch) => sum + batch.lines.length, 0);
    setSaved({ kind: 'unsaved', ...trouble, waiting: lines });
  } else if (since !== undefined) {
    const wasUnsaved = getState().saved.kind === 'unsaved';
    late = setTimeout(setSaved, wasUnsaved ? 0 : QUIET, { kind: 'saving', since } satisfies Saved);
  } else if (savedAt !== undefined) {
    // for whoever measures: both copies have answered
    performance.clearMarks('saved');
    performance.mark('saved');
    setSaved({ kind: 'saved', at: savedAt });
  }
}

function setSaved(saved: Saved): void {
  const before = getState().saved;
  setState({ saved });
  const isTold = getState().notice?.text.startsWith(TITLE) === true;
  // once more where the reason is another, unless it was closed
  if (saved.kind === 'unsaved' && (isTold || before.kind !== 'unsaved')) {
    showNotice({
      tone: 'error',
      text: `${TITLE} Gavel goes on trying. ${saved.why}.`,
      action: { title: 'Save a copy elsewhere', command: 'file.save-copy' },
    });
  } else if (saved.kind === 'saved' && isTold) {
    showNotice(undefined);
  }
}

/** Every line of the open session, those that are still on their way included: what a copy of it must hold. */
export function allLines(): readonly AnyEntry[] {
  const open = recordedOf(getState());
  if (open === undefined) return [];
  const { session } = open;
  const batches = open.readOnly
    ? []
    : kept()
        .outbox.state()
        .waiting.filter((batch) => batch.session === open.id);
  const isHere = (entry: AnyEntry): boolean =>
    versionsOf(session, entry.id).some((version) => lineOf(version) === lineOf(entry));
  const onTheirWay = batches.flatMap(({ rows }) => rows.map(({ entry }) => entry)).filter((entry) => !isHere(entry));
  return [...logOf(session), ...onTheirWay];
}
