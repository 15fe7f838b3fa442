import { decideCount, decidePoll, decideReveal } from '../../shared/session/polls';
import { draftKey } from '../store/drafts';
import { openOverlay } from '../store/screen';
import { getState } from '../store/store';
import { command, commandWith, type Condition } from './command';
import { record } from './recording';

const WRITES: Condition = { session: true, writable: true };

/** Where the dialog keeps what is typed in it. */
function draft(): string | undefined {
  const { open } = getState();
  return open === undefined ? undefined : draftKey.poll(open.id);
}

export const pollCommands = {
  'poll.open': command({
    title: 'Poll: ask for a hum, count, reveal',
    section: 'Record',
    when: WRITES,
    line: 'poll',
    run: () => {
      openOverlay({ kind: 'poll' });
    },
  }),
  'poll.ask': commandWith<Parameters<typeof decidePoll>[1]>({
    title: 'Open a poll',
    section: 'Record',
    when: WRITES,
    run: async (input) => {
      await record((session, env) => decidePoll(session, input, env), { from: draft(), close: 'poll' });
    },
  }),
  'poll.count': commandWith<readonly number[]>({
    title: 'Record the counts of the poll',
    section: 'Record',
    when: WRITES,
    run: async (counts) => {
      await record((session, env) => decideCount(session, counts, env), { from: draft() });
    },
  }),
  'poll.reveal': command({
    title: 'Reveal the poll',
    section: 'Record',
    when: WRITES,
    line: 'reveal',
    run: async () => {
      await record(decideReveal, { from: draft(), close: 'poll' });
    },
  }),
} as const;
