import type { Handle, Id, Slug } from '../../shared/record/ids';
import { columnsOf, rowsOf } from '../store/rows';
import { selectObjection, selectRow, selectSubsystem, toggleTag } from '../store/select';
import { getState } from '../store/store';
import { command, commandWith, type Command, type Condition } from './command';
import { cellOf, sayNoRow, type Cell } from './stance';

const ROWS: Condition = { session: true, views: ['live', 'matrix'], modes: ['NORMAL'], layer: false };
const GRID: Condition = { ...ROWS, views: ['matrix'] };
const SUBSYSTEMS: Condition = { ...ROWS, views: ['live', 'matrix', 'review', 'summary'] };

const PAGE = 10;

/** The member so many steps on from the one given, within the list; the first or last where none is given. */
export function stepped<T>(all: readonly T[], from: T | undefined, by: number): T | undefined {
  const at = from === undefined ? -1 : all.indexOf(from);
  if (at === -1) return by > 0 ? all[0] : all.at(-1);
  return all[Math.max(0, Math.min(all.length - 1, at + by))];
}

function moveRow(by: number): void {
  const state = getState();
  selectRow(stepped(rowsOf(state), state.selection.who, by));
}

function moveSubsystem(by: number): void {
  const state = getState();
  const next = stepped(columnsOf(state), state.selection.subsystem, by);
  if (next !== undefined) selectSubsystem(next);
}

function mover(title: string, keys: readonly string[], when: Condition, run: () => void): Command<undefined> {
  return command({ title, section: 'Go', moves: true, keys, when, run });
}

export const moveCommands = {
  'move.down': mover('Next row', ['j', 'ArrowDown'], ROWS, () => moveRow(1)),
  'move.up': mover('Previous row', ['k', 'ArrowUp'], ROWS, () => moveRow(-1)),
  'move.left': mover('Previous column', ['h', 'ArrowLeft'], GRID, () => moveSubsystem(-1)),
  'move.right': mover('Next column', ['l', 'ArrowRight'], GRID, () => moveSubsystem(1)),
  'move.first': mover('First row', ['g g', 'Home'], ROWS, () => selectRow(rowsOf(getState())[0])),
  'move.last': mover('Last row', ['Shift+g', 'End'], ROWS, () => selectRow(rowsOf(getState()).at(-1))),
  'move.page-down': mover('Page down', ['Space', 'PageDown'], ROWS, () => moveRow(PAGE)),
  'move.page-up': mover('Page up', ['Shift+Space', 'PageUp'], ROWS, () => moveRow(-PAGE)),
  'move.half-page-down': mover('Half a page down', ['$mod+d'], ROWS, () => moveRow(PAGE / 2)),
  'move.half-page-up': mover('Half a page up', ['$mod+u'], ROWS, () => moveRow(-PAGE / 2)),
  'move.next-subsystem': mover('Next subsystem', [']'], SUBSYSTEMS, () => moveSubsystem(1)),
  'move.previous-subsystem': mover('Previous subsystem', ['['], SUBSYSTEMS, () => moveSubsystem(-1)),
  'select.tag': command<Partial<Cell>>({
    title: 'Tag the row: a stance key then acts on all tagged',
    section: 'Record',
    keys: ['x'],
    when: ROWS,
    run: (named) => {
      const cell = cellOf(getState(), named);
      if (cell === undefined) sayNoRow();
      else toggleTag(cell.who);
    },
  }),
  'select.row': commandWith<{ readonly who: Handle | undefined }>({
    title: 'Select a row',
    section: 'Go',
    run: ({ who }) => {
      selectRow(who);
    },
  }),
  'select.cell': commandWith<Cell>({
    title: 'Select a cell',
    section: 'Go',
    run: ({ who, subsystem }) => {
      selectRow(who, subsystem);
    },
  }),
  'select.subsystem': commandWith<Slug>({
    title: 'Show a subsystem',
    section: 'Go',
    run: (slug) => {
      selectSubsystem(slug);
    },
  }),
  'select.objection': commandWith<Id | undefined>({
    title: 'Select an objection',
    section: 'Go',
    run: (id) => {
      selectObjection(id);
    },
  }),
} as const;
