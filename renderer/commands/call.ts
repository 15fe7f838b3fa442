import { snapshotOf } from '../../shared/consensus/departure';
import type { On } from '../../shared/record/entry';
import { toInstant } from '../../shared/record/ids';
import { decideCall, decideReopenCall, type CallInput } from '../../shared/session/calls';
import { draftKey } from '../store/drafts';
import type { Decide } from '../store/record';
import { openOverlay, sayWhyNot } from '../store/screen';
import { getState } from '../store/store';
import { command, commandWith, type Condition } from './command';
import { record } from './recording';

const WRITES: Condition = { session: true, writable: true };

/** The chair's words, with the assessment they were made on. Nothing of the call comes from it. */
function decideCallMade(input: CallInput): Decide {
  return (session, env) => {
    const assessment = snapshotOf(session, input.on, toInstant(env.now));
    return decideCall(session, { ...(assessment === undefined ? {} : { assessment }), ...input }, env);
  };
}

export const callCommands = {
  'record.call': command<On>({
    title: "Chair's call",
    section: 'Record',
    keys: ['Shift+c'],
    when: { ...WRITES, views: ['live', 'matrix'], modes: ['NORMAL'], layer: false },
    run: (named) => {
      const { subsystem } = getState().selection;
      const on = named ?? (subsystem === undefined ? undefined : { subsystem });
      if (on === undefined) sayWhyNot({ message: 'No subsystem is selected. A call is on one.' });
      else openOverlay({ kind: 'call', on });
    },
  }),
  'record.make-call': commandWith<CallInput>({
    title: 'Record the call',
    section: 'Record',
    when: WRITES,
    run: async (input) => {
      const { open } = getState();
      const from = open === undefined ? undefined : draftKey.call(open.id, input.on);
      await record(decideCallMade(input), { from, close: 'call' });
    },
  }),
  'record.reopen-call': commandWith<{ readonly on: On; readonly why?: string }>({
    title: 'Reopen the call',
    section: 'Record',
    when: WRITES,
    run: async (input) => {
      const { open } = getState();
      const from = open === undefined ? undefined : draftKey.call(open.id, input.on);
      await record((session, env) => decideReopenCall(session, input, env), { from, close: 'call' });
    },
  }),
} as const;
