import { logOf } from '../../shared/session/log';
import { recordedOf } from '../store/read-only';
import { leaveReplay, linesUntil, replayTo } from '../store/replay';
import { say, sayWhyNot } from '../store/screen';
import { getState } from '../store/store';
import { command, commandWith, type Command, type Condition } from './command';

const SESSION: Condition = { session: true };
const KEYS: Condition = { session: true, modes: ['NORMAL'], layer: false };
/** Minutes of a long step. */
const LONG = 10;

/** Steps through a replay; where there is none the key is somebody else's. */
function stepper(title: string, keys: readonly string[], to: (at: number) => number): Command<undefined> {
  return command({
    title,
    section: 'Go',
    keys,
    when: KEYS,
    applies: () => getState().replay !== undefined,
    run: async () => {
      const { replay } = getState();
      if (replay === undefined) say('Nothing is replayed. r begins.');
      else await replayTo(to(replay.at));
    },
  });
}

/** The last line that was there so many minutes from the moment that is shown. */
function minutesOn(minutes: number): (at: number) => number {
  return (at) => {
    const { replay } = getState();
    const open = recordedOf(getState());
    if (replay === undefined || open === undefined) return at;
    const wanted = new Date(Date.parse(replay.moment) + minutes * 60_000).toISOString();
    const log = logOf(open.session);
    let to = at;
    if (minutes > 0) while (to < log.length && (log[to]?.id ?? '') <= wanted) to += 1;
    else while (to > 1 && (log[to - 1]?.id ?? '') > wanted) to -= 1;
    // where nothing was recorded in between, to the next line there is
    return to === at ? at + Math.sign(minutes) : to;
  };
}

export const replayCommands = {
  'replay.start': command({
    title: 'Replay the session',
    section: 'Go',
    keys: ['r'],
    when: KEYS,
    line: 'replay',
    run: async () => {
      const { open, timeline, replay } = getState();
      if (open === undefined || replay !== undefined) return;
      await replayTo(timeline.at === undefined ? open.session.entries.size : timeline.at + 1);
    },
  }),
  'replay.to': commandWith<number>({
    title: 'Show the session as it stood after so many lines',
    section: 'Go',
    when: SESSION,
    run: (lines) => replayTo(lines),
  }),
  'replay.to-time': commandWith<string>({
    title: 'Show the session as it stood at a time',
    section: 'Go',
    when: SESSION,
    run: async (typed) => {
      const until = linesUntil(typed);
      if (until === undefined) sayWhyNot({ message: `"${typed}" is no time.`, expected: '14:10 or 2024-09-17 14:10' });
      else if (until.lines === 0) sayWhyNot({ message: `Nothing was recorded by ${until.time}.` });
      else await replayTo(until.lines, until.time);
    },
  }),
  'replay.leave': command({
    title: 'Back to now',
    section: 'Go',
    when: SESSION,
    run: leaveReplay,
  }),
  'replay.back': stepper('One line back', [','], (at) => at - 1),
  'replay.on': stepper('One line on', ['.'], (at) => at + 1),
  'replay.far-back': stepper('Ten minutes back', ['<'], minutesOn(-LONG)),
  'replay.far-on': stepper('Ten minutes on', ['>'], minutesOn(LONG)),
} as const;
