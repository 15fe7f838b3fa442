import type { Handle, Id, Slug } from '../../shared/record/ids';
import type { MenuItem } from '../components/menu';
import { STANCE_LOOK } from '../components/stance';
import { shownKeyOf } from '../commands/keymap';
import type { CommandId } from '../commands/registry';
import { run } from '../commands/run';
import { getState } from '../store/store';
import { STANCE_COMMANDS } from './use-keys';

/** The key of a command as it is now, as people read it. */
function key(id: CommandId): string | undefined {
  return shownKeyOf(id, getState().keymap);
}

const SETTABLE = ['standard-required', 'userspace-allowed', 'passthrough-niche', 'abstain', 'recuse', 'none'] as const;

/** What can be done with the session: under its title. */
export function sessionMenu(): readonly MenuItem[] {
  const disabled = getState().open?.readOnly !== false;
  return [
    { id: 'edit', title: 'Title, question, place, chair', disabled, run: () => void run('session.edit') },
    { id: 'people', title: 'Add people', disabled, run: () => void run('people.edit') },
    {
      id: 'subsystem',
      title: 'Add a subsystem',
      keys: key('subsystem.add'),
      disabled,
      run: () => void run('subsystem.add'),
    },
    { id: 'agenda', title: 'Agenda: order and minutes', disabled, run: () => void run('agenda.edit') },
    { id: 'attendance', title: 'Attendance', disabled, run: () => void run('people.attendance') },
    { id: 'question', title: 'Ask a question', disabled, run: () => void run('question.ask') },
    { id: 'poll', title: 'Poll', disabled, run: () => void run('poll.open') },
    {
      id: 'who-cannot',
      title: 'Who can’t live with ...',
      keys: key('record.who-cannot'),
      run: () => void run('record.who-cannot'),
    },
    { id: 'rules', title: 'Rules and rulings', keys: key('view.rules'), run: () => void run('view.rules') },
    { id: 'adjourn', title: 'Adjourn', disabled, run: () => void run('session.adjourn') },
    { id: 'line-1', line: true },
    { id: 'copy', title: 'Save a copy', keys: key('file.save-copy'), run: () => void run('file.save-copy') },
    { id: 'share', title: 'Save a file for others', run: () => void run('file.save-share') },
    {
      id: 'projector',
      title: 'Projector on or off',
      keys: key('projector.switch'),
      run: () => void run('projector.switch'),
    },
    { id: 'line-2', line: true },
    { id: 'new', title: 'New session', keys: key('session.new'), run: () => void run('session.new') },
    { id: 'open', title: 'Open or import', keys: key('file.open'), run: () => void run('file.open') },
    { id: 'example', title: 'Look at the example', run: () => void run('session.example') },
  ];
}

/** What can be done with what the room sees. */
export function projectorMenu(): readonly MenuItem[] {
  const { is, numbers } = getState().projector;
  return [
    {
      id: 'freeze',
      title: is === 'frozen' ? 'Follow again' : 'Freeze',
      keys: key('projector.freeze'),
      run: () => void run('projector.freeze'),
    },
    {
      id: 'blank',
      title: is === 'blank' ? 'Show again' : 'Blank',
      keys: key('projector.blank'),
      run: () => void run('projector.blank'),
    },
    {
      id: 'numbers',
      title: numbers ? 'Hide numbers' : 'Show numbers',
      keys: key('projector.numbers'),
      run: () => void run('projector.numbers'),
    },
    { id: 'line', line: true },
    { id: 'off', title: 'Projector off', keys: key('projector.switch'), run: () => void run('projector.switch') },
  ];
}

/** What can be done with a line of the record. */
export function logMenu(entry: Id, isStruck: boolean): readonly MenuItem[] {
  const disabled = getState().open?.readOnly !== false;
  return [
    { id: 'edit', title: 'Edit the words', keys: key('log.edit'), disabled, run: () => void run('log.edit', entry) },
    {
      id: 'strike',
      title: isStruck ? 'Restore' : 'Strike',
      keys: key('log.strike'),
      disabled,
      run: () => void run('log.strike', entry),
    },
  ];
}

/** What can be done with one person's row. */
export function positionMenu(who: Handle, subsystem: Slug): readonly MenuItem[] {
  const disabled = getState().open?.readOnly !== false;
  const cell = { who, subsystem };
  return [
    ...SETTABLE.map((stance): MenuItem => {
      const { words, code } = STANCE_LOOK[stance];
      return {
        id: stance,
        title: stance === 'none' ? 'Clear' : words,
        glyph: code,
        keys: stance === 'recuse' ? undefined : key(STANCE_COMMANDS[stance]),
        disabled,
        run: () => void run('record.stance', { ...cell, stance }),
      };
    }),
    { id: 'line-1', line: true },
    {
      id: 'rationale',
      title: 'Edit the rationale',
      keys: key('record.rationale'),
      disabled,
      run: () => void run('record.rationale', cell),
    },
    {
      id: 'met',
      title: 'A condition is met',
      keys: key('record.condition-met'),
      disabled,
      run: () => void run('record.condition-met', cell),
    },
    { id: 'object', title: 'Object', keys: key('record.object'), disabled, run: () => void run('record.object', cell) },
    {
      id: 'queue',
      title: 'Add to the queue',
      keys: key('queue.add'),
      disabled,
      run: () => void run('queue.add', cell),
    },
    ...(['reply', 'question', 'order'] as const).map((as): MenuItem => ({
      id: `queue-${as}`,
      title: as === 'order' ? 'Queue a point of order' : `Queue a ${as}`,
      disabled,
      run: () => void run('queue.join', { ...cell, as }),
    })),
    { id: 'copy', title: 'Copy as plain text', keys: key('row.copy'), run: () => void run('row.copy') },
  ];
}

/** Every form that the summary is kept in. */
export function summaryMenu(): readonly MenuItem[] {
  return [
    { id: 'pdf', title: 'PDF', run: () => void run('summary.save-pdf') },
    { id: 'html', title: 'HTML', run: () => void run('summary.save-html') },
    { id: 'md', title: 'Markdown', run: () => void run('summary.save-md') },
    { id: 'csv', title: 'CSV', run: () => void run('summary.save-csv') },
    { id: 'json', title: 'JSON', run: () => void run('summary.save-json') },
    { id: 'line', line: true },
    { id: 'mutt', title: 'Draft for mutt -H', run: () => void run('summary.save-mutt') },
    { id: 'send-email', title: 'File for git send-email', run: () => void run('summary.save-send-email') },
    { id: 'mbox', title: 'Mails to each list (.mbox)', run: () => void run('summary.save-mbox') },
  ];
}
