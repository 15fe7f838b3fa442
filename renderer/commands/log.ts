import type { Id } from '../../shared/record/ids';
import { decideEdit, editableText } from '../../shared/session/revise';
import { isStruck } from '../../shared/session/verdicts';
import { draftKey } from '../store/drafts';
import { logLines } from '../store/log-lines';
import { openOverlay, sayIfRefused, sayWhyNot, setMode, showShelf, showView } from '../store/screen';
import { selectLogLine, showAllOfLog } from '../store/select';
import { changeSettings } from '../store/settings';
import { getState } from '../store/store';
import { command, commandWith, type Command, type Condition } from './command';
import { stepped } from './move';
import { record } from './recording';

/** The lines of the record have the keys. */
const LOG: Condition = { session: true, views: ['live'], modes: ['LOG'], layer: false };
const WRITES: Condition = { ...LOG, writable: true };
const PAGE = 10;

/** Moves so many lines on; beyond the last ones that are shown all of the record follows. */
function moveLine(by: number): void {
  const { open, selection } = getState();
  if (open === undefined) return;
  const { log, allOfLog = false } = selection;
  const shown = logLines(open.session, allOfLog).map(({ id }) => id);
  const isBeyond = shown.findIndex((id) => id === log) + by >= shown.length;
  if (isBeyond && !allOfLog) showAllOfLog();
  const lines = isBeyond ? logLines(open.session, true).map(({ id }) => id) : shown;
  selectLogLine(stepped(lines, log, by));
}

function mover(title: string, keys: readonly string[], by: number): Command<undefined> {
  return command({ title, section: 'Go', moves: true, keys, when: LOG, run: () => moveLine(by) });
}

/** The line that is meant: one that is named, else the selected one. */
function lineOf(named: Id | undefined): Id | undefined {
  const line = named ?? getState().selection.log;
  if (line === undefined) sayWhyNot({ message: 'No line of the record is selected. g e goes there.' });
  return line;
}

export const logCommands = {
  'log.enter': command({
    title: 'Go to the lines of the record',
    section: 'Go',
    keys: ['g e'],
    when: { session: true, views: ['live'], modes: ['NORMAL'], layer: false },
    run: async () => {
      const { open, selection, view, settings } = getState();
      if (open === undefined) return;
      if (view !== 'live') showView('live');
      showShelf('record');
      if (settings.rail === false && !sayIfRefused(await changeSettings({ rail: true }))) return;
      if (selection.log === undefined) selectLogLine(logLines(open.session, false)[0]?.id);
      setMode('LOG');
    },
  }),
  'log.leave': command<{ readonly unseen: true }>({
    title: 'Leave the lines of the record',
    section: 'Go',
    keys: ['Escape', 'q'],
    when: LOG,
    run: (input) => {
      setMode('NORMAL');
      // what is not seen can't be edited or struck by mistake
      if (input?.unseen === true) sayWhyNot({ message: 'The record is not on this screen. Show the rail first.' });
    },
  }),
  'log.down': mover('Next line of the record', ['j', 'ArrowDown'], 1),
  'log.up': mover('Previous line of the record', ['k', 'ArrowUp'], -1),
  'log.page-down': mover('Ten lines on in the record', ['Space', 'PageDown', '$mod+d'], PAGE),
  'log.page-up': mover('Ten lines back in the record', ['Shift+Space', 'PageUp', '$mod+u'], -PAGE),
  'log.first': mover('Newest line of the record', ['g g', 'Home'], -Infinity),
  'log.last': mover('Oldest line of the record', ['Shift+g', 'End'], Infinity),
  'log.select': commandWith<Id>({
    title: 'Select a line of the record',
    section: 'Go',
    run: (id) => {
      selectLogLine(id);
    },
  }),
  'log.all': command({
    title: 'Show all lines of the record',
    section: 'View',
    when: { session: true },
    run: () => {
      showAllOfLog();
    },
  }),
  'log.edit': command<Id>({
    title: 'Edit the words of a line of the record',
    section: 'Edit',
    keys: ['e', 'Enter'],
    when: WRITES,
    run: (named) => {
      const { open } = getState();
      const entry = lineOf(named);
      if (open === undefined || entry === undefined) return;
      if (sayIfRefused(editableText(open.session, entry))) openOverlay({ kind: 'edit', entry });
    },
  }),
  'log.strike': command<Id>({
    title: 'Strike a line of the record, or restore it',
    section: 'Edit',
    keys: ['d'],
    when: WRITES,
    run: async (named, { run }) => {
      const { open } = getState();
      const entry = lineOf(named);
      if (open === undefined || entry === undefined) return;
      await run(isStruck(open.session, entry) ? 'edit.restore' : 'edit.strike', entry);
    },
  }),
  'record.edit': commandWith<{ readonly entry: Id; readonly text: string }>({
    title: 'Record other words for an entry',
    section: 'Record',
    when: { session: true, writable: true },
    run: async (input) => {
      const { open } = getState();
      const from = open === undefined ? undefined : draftKey.edit(open.id, input.entry);
      await record((session, env) => decideEdit(session, input, env), { from, close: 'edit' });
    },
  }),
} as const;
