import { decideNote, type NoteInput } from '../../shared/session/notes';
import { draftKey } from '../store/drafts';
import { openOverlay, showShelf } from '../store/screen';
import type { Shelf } from '../store/state';
import { getState } from '../store/store';
import { command, commandWith, type Command, type Condition } from './command';
import { record } from './recording';

const WRITES: Condition = { session: true, writable: true };

/** What stands at the foot of Live's rail. */
function shelf(title: string, which: Shelf, line: string): Command<undefined> {
  return command({
    title,
    section: 'Go',
    when: { session: true },
    line,
    run: async (_, { run }) => {
      showShelf(which);
      await run('view.live');
    },
  });
}

export const noteCommands = {
  'shelf.record': shelf('Record: every line', 'record', 'log'),
  'shelf.notes': shelf('Notes of this session', 'notes', 'notes'),
  'shelf.actions': shelf('Actions of this session', 'actions', 'actions'),
  'note.take': command({
    title: 'Take a note',
    section: 'Record',
    when: WRITES,
    line: 'note',
    run: () => {
      openOverlay({ kind: 'note' });
    },
  }),
  'note.keep': commandWith<NoteInput>({
    title: 'Record a note',
    section: 'Record',
    when: WRITES,
    run: async (input) => {
      const { open } = getState();
      const from = open === undefined ? undefined : draftKey.note(open.id);
      await record((session, env) => decideNote(session, input, env), { from, close: 'note' });
    },
  }),
} as const;
