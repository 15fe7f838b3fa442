import type { Handle, Slug } from '../../shared/record/ids';
import {
  decideJoinQueue,
  decideLeaveQueue,
  decideNextSpeaker,
  speaker,
  type QueueKind,
} from '../../shared/session/queue';
import { openSubsystem } from '../../shared/session/subsystems';
import { sayWhyNot } from '../store/screen';
import { getState } from '../store/store';
import { command, commandWith, type Condition } from './command';
import { record } from './recording';
import { cellOf, sayNoRow, type Cell } from './stance';

const WRITES: Condition = { session: true, writable: true };
const LIVE: Condition = { ...WRITES, views: ['live'], modes: ['NORMAL'], layer: false };
/** A second press within this many milliseconds is the same press. */
const SAME_PRESS = 1_000;

/** The subsystem that the queue is for: the one that the room is on, else the one on the screen. */
function queueAt(): Slug | undefined {
  const { open, selection } = getState();
  return (open === undefined ? undefined : openSubsystem(open.session)?.slug) ?? selection.subsystem;
}

export const queueCommands = {
  'queue.add': command<Partial<Cell>>({
    title: 'Add to the queue',
    section: 'Record',
    keys: ['a'],
    when: LIVE,
    run: async (named) => {
      const cell = cellOf(getState(), named);
      if (cell === undefined) sayNoRow();
      else await record((session, env) => decideJoinQueue(session, { ...cell, as: 'topic' }, env));
    },
  }),
  'queue.join': commandWith<Cell & { readonly as: QueueKind; readonly about?: string }>({
    title: 'Join the queue',
    section: 'Record',
    when: WRITES,
    run: async (input) => {
      await record((session, env) => decideJoinQueue(session, input, env));
    },
  }),
  'queue.leave': commandWith<Cell>({
    title: 'Leave the queue',
    section: 'Record',
    when: WRITES,
    run: async (input) => {
      await record((session, env) => decideLeaveQueue(session, input, env));
    },
  }),
  'queue.next': command<{ readonly who?: Handle }>({
    title: 'Call the next speaker',
    section: 'Record',
    keys: ['Shift+a'],
    when: LIVE,
    run: async (named) => {
      const subsystem = queueAt();
      const { open } = getState();
      if (subsystem === undefined || open === undefined) {
        sayWhyNot({ message: 'No subsystem is open, so there is no queue.' });
        return;
      }
      const since = speaker(open.session)?.since;
      if (since !== undefined && Date.now() - Date.parse(since) < SAME_PRESS) return;
      await record((session, env) => decideNextSpeaker(session, { subsystem, ...named }, env));
    },
  }),
} as const;
