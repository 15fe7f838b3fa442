import type { On } from '../../shared/record/entry';
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

/** The objection that is named or selected, else the first open one here; says so where there is none. */
function objectionAt(named: { readonly objection?: Id } = {}): Id | undefined {
  const { open, selection } = getState();
  if (open === undefined) return undefined;
  const [first] = openObjections(open.session, selection.subsystem);
  const objection = named.objection ?? selection.objection ?? first?.id;
  if (objection === undefined) sayWhyNot({ message: 'No objection is open here.' });
  return objection;
}

export const objectionCommands = {
  'record.object': command<{ readonly who?: Handle; readonly subsystem?: Slug }>({
    title: 'Object',
    section: 'Record',
    keys: ['o'],
    when: ROWS,
    run: (named) => {
      const cell = cellOf(getState(), named);
      if (cell === undefined) sayNoRow();
      else openOverlay({ kind: 'objection', who: cell.who, on: { subsystem: cell.subsystem } });
    },
  }),
  'record.object-to': commandWith<On>({
    title: 'Object to something',
    section: 'Record',
    when: WRITES,
    run: (on) => {
      openOverlay({ kind: 'objection', on });
    },
  }),
  'record.raise-objection': commandWith<ObjectionInput>({
    title: 'Record an objection',
    section: 'Record',
    when: WRITES,
    run: async (input) => {
      const { open } = getState();
      const top = getState().overlays.at(-1);
      const asked = top?.kind === 'objection' ? top.who : input.who;
      const from = open === undefined ? undefined : draftKey.objection(open.id, input.on, asked);
      await record((session, env) => decideObjection(session, input, env), { from, close: 'objection' });
    },
  }),
  'record.edit-objection': command<{ readonly objection?: Id }>({
    title: 'Edit an objection: reason, what would remove it, end of a hold',
    section: 'Record',
    when: WRITES,
    run: (named) => {
      const objection = objectionAt(named);
      if (objection !== undefined) openOverlay({ kind: 'amend-objection', objection });
    },
  }),
  'record.amend-objection': commandWith<{ readonly objection: Id } & Partial<ObjectionInput>>({
    title: 'Amend an objection',
    section: 'Record',
    when: WRITES,
    run: async (input) => {
      const { open } = getState();
      const from = open === undefined ? undefined : draftKey.amendObjection(open.id, input.objection);
      await record((session, env) => decideAmendObjection(session, input, env), { from, close: 'amend-objection' });
    },
  }),
  'record.settle': command<{ readonly objection?: Id }>({
    title: 'Settle an objection',
    section: 'Record',
    keys: ['Shift+o'],
    when: ROWS,
    run: (named) => {
      const objection = objectionAt(named);
      if (objection !== undefined) openOverlay({ kind: 'settle', objection });
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
  'record.dispute': command<{ readonly objection?: Id }>({
    title: 'Dispute an objection or its settlement',
    section: 'Record',
    when: WRITES,
    run: (named) => {
      const objection = objectionAt(named);
      if (objection !== undefined) openOverlay({ kind: 'dispute', objection });
    },
  }),
  'record.keep-dispute': commandWith<{ readonly objection: Id; readonly who: Handle; readonly why: string }>({
    title: 'Record a dispute',
    section: 'Record',
    when: WRITES,
    run: async (input) => {
      const { open } = getState();
      const from = open === undefined ? undefined : draftKey.dispute(open.id, input.objection);
      await record((session, env) => decideDispute(session, input, env), { from, close: 'dispute' });
    },
  }),
} as const;
