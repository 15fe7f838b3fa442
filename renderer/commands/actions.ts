import type { Id } from '../../shared/record/ids';
import { decideAction, decideAmendAction, decideEndAction, type ActionInput } from '../../shared/session/actions';
import { draftKey } from '../store/drafts';
import { openOverlay } from '../store/screen';
import { getState } from '../store/store';
import { command, commandWith, type Condition } from './command';
import { record } from './recording';

const WRITES: Condition = { session: true, writable: true };

export const actionCommands = {
  'action.assign': command({
    title: 'Assign an action',
    section: 'Record',
    when: WRITES,
    line: 'todo',
    run: () => {
      openOverlay({ kind: 'action' });
    },
  }),
  'action.edit': commandWith<Id>({
    title: 'Edit an action',
    section: 'Record',
    when: WRITES,
    run: (action) => {
      openOverlay({ kind: 'action', action });
    },
  }),
  'action.keep': commandWith<ActionInput & { /** the one that this amends */ readonly action?: Id }>({
    title: 'Record an action',
    section: 'Record',
    when: WRITES,
    run: async ({ action, ...input }) => {
      const { open } = getState();
      const from = open === undefined ? undefined : draftKey.action(open.id, action);
      await record(
        (session, env) =>
          action === undefined
            ? decideAction(session, input, env)
            : decideAmendAction(session, { action, ...input }, env),
        { from, close: 'action' },
      );
    },
  }),
  'action.accept': commandWith<Id>({
    title: 'An action is accepted',
    section: 'Record',
    when: WRITES,
    run: async (action) => {
      await record((session, env) => decideAmendAction(session, { action, accepted: true }, env));
    },
  }),
  'action.done': commandWith<Id>({
    title: 'An action is done',
    section: 'Record',
    when: WRITES,
    run: async (action) => {
      await record((session, env) => decideEndAction(session, { action, end: 'done' }, env));
    },
  }),
  'action.drop': commandWith<Id>({
    title: 'Drop an action',
    section: 'Record',
    when: WRITES,
    run: (action) => {
      openOverlay({ kind: 'drop-action', action });
    },
  }),
  'action.dropped': commandWith<{ readonly action: Id; readonly why?: string }>({
    title: 'An action is dropped',
    section: 'Record',
    when: WRITES,
    run: async (input) => {
      const { open } = getState();
      const from = open === undefined ? undefined : draftKey.dropAction(open.id, input.action);
      await record((session, env) => decideEndAction(session, { ...input, end: 'dropped' }, env), {
        from,
        close: 'drop-action',
      });
    },
  }),
} as const;
