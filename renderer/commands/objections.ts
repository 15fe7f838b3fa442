import type { Handle, Id, Slug } from '../../shared/record/ids';
import type { Disposition } from '../../shared/session/objections';
import {
  decideAmendObjection,
  decideDispute,
  decideObjection,
  decideSettle,
  type ObjectionInput,
} from '../../shared/session/settle';
import { draftKey } from '../store/drafts';
import { openObjections } from '../store/rows';
import { openOverlay, sayWhyNot } from '../store/screen';
import { getState } from '../store/store';
import { command, commandWith, type Condition } from './command';
import { record } from './recording';
import { cellOf, sayNoRow } from './stance';

const WRITES: Condition = { session: true, writable: true };
const ROWS: Condition = { ...WRITES, views: ['live', 'matrix'], modes: ['NORMAL'], layer: false };

export const objectionCommands = {
  'record.object': command<{ readonly who?: Handle; readonly subsystem?: Slug }>({
    title: 'Object',
    section: 'Record',
    keys: ['o'],
    when: ROWS,
    run: (named) => {
      const cell = cellOf(getState(), named);
      if (cell === undefined) sayNoRow();
      else openOverlay({ kind: 'objection', ...cell });
    },
  }),
  'record.raise-objection': commandWith<ObjectionInput>({
    title: 'Record an objection',
    section: 'Record',
    when: WRITES,
    run: async (input) => {
      const { open } = getState();
      const slug = 'subsystem' in input.on ? input.on.subsystem : undefined;
      const from = open === undefined || slug === undefined ? undefined : draftKey.objection(open.id, input.who, slug);
      await record((session, env) => decideObjection(session, input, env), { from, close: 'objection' });
    },
  }),
  'record.amend-objection': commandWith<{ readonly objection: Id } & Partial<ObjectionInput>>({
    title: 'Amend an objection',
    section: 'Record',
    when: WRITES,
    run: async (input) => {
      await record((session, env) => decideAmendObjection(session, input, env));
    },
  }),
  'record.settle': command<{ readonly objection?: Id }>({
    title: 'Settle an objection',
    section: 'Record',
    keys: ['Shift+o'],
    when: ROWS,
    run: (named) => {
      const { open, selection } = getState();
      if (open === undefined) return;
      const [first] = openObjections(open.session, selection.subsystem);
      const objection = named?.objection ?? selection.objection ?? first?.id;
      if (objection === undefined) sayWhyNot({ message: 'No objection is open here.' });
      else openOverlay({ kind: 'settle', objection });
    },
  }),
  'record.settle-objection': commandWith<{
    readonly objection: Id;
    readonly disposition: Disposition;
    readonly who?: Handle;
    readonly answer?: string;
  }>({
    title: 'Record how an objection was settled',
    section: 'Record',
    when: WRITES,
    run: async (input) => {
      const { open } = getState();
      const from = open === undefined ? undefined : draftKey.settle(open.id, input.objection);
      await record((session, env) => decideSettle(session, input, env), { from, close: 'settle' });
    },
  }),
  'record.dispute': commandWith<{ readonly objection: Id; readonly who: Handle; readonly why: string }>({
    title: 'Dispute an objection or its settlement',
    section: 'Record',
    when: WRITES,
    run: async (input) => {
      await record((session, env) => decideDispute(session, input, env), { close: 'settle' });
    },
  }),
} as const;
