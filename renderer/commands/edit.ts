import type { Entry } from '../../shared/record/entry';
import type { Id, Slug } from '../../shared/record/ids';
import { openSubsystem } from '../../shared/session/subsystems';
import { decideRedo, decideRestore, decideStrike, decideUndo, redoable, undoable } from '../../shared/session/acts';
import { keepDraft } from '../store/drafts';
import { scribe } from '../store/env';
import { act, type Decide } from '../store/record';
import { say, sayIfRefused } from '../store/screen';
import { selectSubsystem } from '../store/select';
import { getState } from '../store/store';
import { command, commandWith, type Condition } from './command';
import { inWords, record } from './recording';

const WRITES: Condition = { session: true, writable: true };

/** Where the room is. */
function roomIsOn(): Slug | undefined {
  const { open } = getState();
  return open === undefined ? undefined : openSubsystem(open.session)?.slug;
}

/** Strikes or restores an act and names it, in the words that it was recorded with; the screen turns with the room. */
async function turnBack(
  verb: string,
  decide: Decide,
  named: (...args: Parameters<Decide>) => readonly Entry[],
): Promise<void> {
  let words = '';
  const before = roomIsOn();
  const done = await act((session, env) => {
    words = inWords(named(session, env));
    return decide(session, env);
  });
  if (!sayIfRefused(done)) return;
  say(`${verb}: ${words}`);
  const now = roomIsOn();
  if (now !== undefined && now !== before) selectSubsystem(now);
}

export const editCommands = {
  'edit.undo': command({
    title: 'Undo',
    section: 'Edit',
    keys: ['u', '$mod+z'],
    whileTyping: true,
    when: WRITES,
    run: () => turnBack('Undone', decideUndo, (session) => undoable(session, scribe())?.entries ?? []),
  }),
  'edit.redo': command({
    title: 'Redo',
    section: 'Edit',
    keys: ['$mod+r', '$mod+Shift+z'],
    whileTyping: true,
    when: WRITES,
    run: () => turnBack('Redone', decideRedo, (session) => redoable(session, scribe())?.entries ?? []),
  }),
  'edit.strike': commandWith<Id>({
    title: 'Strike an entry',
    section: 'Edit',
    when: WRITES,
    run: async (entry) => {
      await record((session, env) => decideStrike(session, entry, env));
    },
  }),
  'edit.restore': commandWith<Id>({
    title: 'Restore a struck entry',
    section: 'Edit',
    when: WRITES,
    run: async (entry) => {
      await record((session, env) => decideRestore(session, entry, env));
    },
  }),
  'draft.keep': commandWith<{ readonly key: string; readonly text: string }>({
    title: 'Keep half-typed text',
    section: 'Edit',
    run: ({ key, text }) => {
      keepDraft(key, text);
    },
  }),
} as const;
