import { decideConditionMet, positionOf } from '../../shared/session/positions';
import { openOverlay, sayWhyNot } from '../store/screen';
import { getState } from '../store/store';
import { command, commandWith, type Condition } from './command';
import { record } from './recording';
import { cellOf, sayNoRow, type Cell } from './stance';

const WRITES: Condition = { session: true, writable: true };

async function meet({ who, subsystem }: Cell, n: number): Promise<void> {
  await record((session, env) => decideConditionMet(session, { who, subsystem, n }, env));
}

export const conditionCommands = {
  'record.condition-met': command<Partial<Cell>>({
    title: 'A condition is met',
    section: 'Record',
    keys: ['m'],
    when: { ...WRITES, views: ['live', 'matrix'], modes: ['NORMAL'], layer: false },
    run: async (named) => {
      const state = getState();
      const cell = cellOf(state, named);
      if (cell === undefined || state.open === undefined) {
        sayNoRow();
        return;
      }
      const conditions = positionOf(state.open.session, cell.who, cell.subsystem)?.conditions ?? [];
      const unmet = conditions.filter(({ met }) => !met);
      const [only] = unmet;
      if (only === undefined) sayWhyNot({ message: `${cell.who} waits for no condition on #${cell.subsystem}.` });
      else if (unmet.length > 1) openOverlay({ kind: 'conditions', ...cell });
      else await meet(cell, conditions.indexOf(only) + 1);
    },
  }),
  'record.meet-condition': commandWith<Cell & { /** from 1 */ readonly n: number }>({
    title: 'Record that a condition is met',
    section: 'Record',
    when: WRITES,
    run: ({ n, ...cell }) => meet(cell, n),
  }),
} as const;
