import { explainEntry } from '../../shared/capture/explain';
import { plainText } from '../../shared/capture/reading';
import { ask } from '../bridge/bridge';
import { positionOf } from '../../shared/session/positions';
import { say, sayIfRefused, sayWhyNot } from '../store/screen';
import { getState } from '../store/store';
import { command, type Condition } from './command';
import { cellOf, sayNoRow } from './stance';

const ROWS: Condition = { session: true, views: ['live', 'matrix'], modes: ['NORMAL'], layer: false };

export const copyCommands = {
  'row.copy': command({
    title: 'Copy the row as plain text',
    section: 'Edit',
    keys: ['y'],
    when: ROWS,
    run: async () => {
      const { open } = getState();
      const cell = cellOf(getState());
      if (open === undefined) return;
      const position = cell === undefined ? undefined : positionOf(open.session, cell.who, cell.subsystem);
      if (cell === undefined) {
        sayNoRow();
        return;
      }
      if (position === undefined) {
        sayWhyNot({ message: `${cell.who} holds nothing on #${cell.subsystem}: there are no words to copy.` });
        return;
      }
      const said = plainText(explainEntry(open.session, position.entry));
      const lines = [said, position.rationale, ...position.conditions.map(({ text }) => `if ${text}`)];
      const text = lines.filter((line) => line !== undefined).join('\n');
      if (sayIfRefused(await ask('clipboard-write', { text }))) say('Copied the row.');
    },
  }),
} as const;
