import type { Handle, Id, Slug } from '../../shared/record/ids';
import { ok } from '../../shared/result';
import {
  decideJoinQueue,
  decideLeaveQueue,
  decideNextSpeaker,
  decideQueueGate,
  decideSpeakerDone,
  queueOf,
  speaker,
  type QueueKind,
} from '../../shared/session/queue';
import { openSubsystem } from '../../shared/session/subsystems';
import { sayWhyNot } from '../store/screen';
import { getState } from '../store/store';
import { command, commandWith, type Command, type Condition } from './command';
import { record } from './recording';
import { cellOf, sayNoRow, type Cell } from './stance';

const WRITES: Condition = { session: true, writable: true };
const LIVE: Condition = { ...WRITES, views: ['live'], modes: ['NORMAL'], layer: false };
/** A second press within this many milliseconds is the same press. */
const SAME_PRESS = 1_000;
const NO_QUEUE = { message: 'No subsystem is open, so there is no queue.' };

/** The subsystem that the queue is for: the one that the room is on, else the one on the screen. */
function queueAt(): Slug | undefined {
  const { open, selection } = getState();
  return (open === undefined ? undefined : openSubsystem(open.session)?.slug) ?? selection.subsystem;
}

/** Queues the selected person with something other than a topic. */
function joinAs(title: string, as: QueueKind): Command<undefined> {
  return command({
    title,
    section: 'Record',
    when: WRITES,
    run: async () => {
      const cell = cellOf(getState());
      if (cell === undefined) sayNoRow();
      else await record((session, env) => decideJoinQueue(session, { ...cell, as }, env));
    },
  });
}

export const queueCommands = {
  'queue.order': joinAs('Queue a point of order', 'order'),
  'queue.question': joinAs('Queue a question', 'question'),
  'queue.reply': joinAs('Queue a reply', 'reply'),
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
  'queue.gate': command({
    title: 'Close the queue, or open it again',
    section: 'Record',
    when: WRITES,
    run: async () => {
      const subsystem = queueAt();
      if (subsystem === undefined) sayWhyNot(NO_QUEUE);
      else
        await record((session, env) =>
          decideQueueGate(session, { subsystem, open: queueOf(session, subsystem).closed }, env),
        );
    },
  }),
  'queue.timer': command({
    title: 'Start or stop the speaker’s clock',
    section: 'Record',
    keys: ['t'],
    when: LIVE,
    run: async () => {
      const { open, selection } = getState();
      const { who } = selection;
      const subsystem = queueAt();
      if (open !== undefined && speaker(open.session) !== undefined) await record(decideSpeakerDone);
      else if (who === undefined || subsystem === undefined) sayNoRow();
      else await record((session, env) => decideNextSpeaker(session, { subsystem, who }, env));
    },
  }),
  'queue.next': command<{ readonly who?: Handle; readonly after?: Id }>({
    title: 'Call the next speaker',
    section: 'Record',
    keys: ['Shift+a'],
    when: LIVE,
    run: async (named) => {
      const subsystem = queueAt();
      const { open } = getState();
      if (subsystem === undefined || open === undefined) {
        sayWhyNot(NO_QUEUE);
        return;
      }
      // what is on the screen is what the press is for; a press before it may still be on its way to the disk
      const after = speaker(open.session)?.called;
      await record((session, env) => {
        const since = speaker(session)?.since;
        if (since !== undefined && env.now - Date.parse(since) < SAME_PRESS) return ok([]);
        return decideNextSpeaker(session, { subsystem, ...(after === undefined ? {} : { after }), ...named }, env);
      });
    },
  }),
} as const;
