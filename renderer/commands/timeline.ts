import type { Id } from '../../shared/record/ids';
import { logOf } from '../../shared/session/log';
import { compareMoments, compareWithSession } from '../store/compare';
import { recordedOf } from '../store/read-only';
import { replayTo } from '../store/replay';
import { sayIfRefused, showReviewing, showView } from '../store/screen';
import { getState } from '../store/store';
import { changeTimeline, lineAt, rowOf, searchLines, shownLines } from '../store/timeline';
import { command, commandWith, type Command, type Condition } from './command';

const REVIEW: Condition = { session: true, views: ['review'], modes: ['NORMAL'], layer: false };

/** Chooses another line of the Timeline. */
export function moveLine(by: number): void {
  const state = getState();
  const open = recordedOf(state);
  if (open === undefined) return;
  const log = logOf(open.session);
  const count = shownLines(state, log);
  const at = state.timeline.at ?? (state.replay?.at ?? log.length) - 1;
  const row = Math.max(0, Math.min(count - 1, rowOf(state, at) + by));
  if (count > 0) changeTimeline({ at: lineAt(state, row) });
}

/** The line of the Timeline that is chosen. */
export function chosenLine(): Id | undefined {
  const state = getState();
  const open = recordedOf(state);
  const log = open === undefined ? [] : logOf(open.session);
  return log[state.timeline.at ?? (state.replay?.at ?? log.length) - 1]?.id;
}

function face(title: string, key: string, which: 'check' | 'timeline' | 'changes'): Command<undefined> {
  return command({
    title,
    section: 'Go',
    keys: [key],
    when: REVIEW,
    line: which,
    run: async (_, { run }) => {
      showReviewing(which);
      if (getState().view !== 'review') await run('view.review');
    },
  });
}

export const timelineCommands = {
  'review.check': face('What is to check', 'c', 'check'),
  'review.timeline': face('Every line of the record', 'l', 'timeline'),
  'review.changes': face('What changed between two moments', 'd', 'changes'),
  'timeline.find': command({
    title: 'Search the record',
    section: 'View',
    keys: ['/'],
    when: REVIEW,
    run: async () => {
      showReviewing('timeline');
      await searchLines(getState().timeline.typed ?? '');
    },
  }),
  'timeline.search': commandWith<string | undefined>({
    title: 'Show only lines that fit',
    section: 'View',
    run: searchLines,
  }),
  'review.compare': commandWith<{ readonly from: string; readonly to: string }>({
    title: 'Compare two moments of the record',
    section: 'Go',
    when: { session: true },
    run: async ({ from, to }) => {
      sayIfRefused(await compareMoments(from, to));
    },
  }),
  'review.compare-session': commandWith<Id>({
    title: 'Compare with another session',
    section: 'Go',
    when: { session: true },
    run: compareWithSession,
  }),
  'timeline.show': commandWith<Id>({
    title: 'Show a line of the record among all',
    section: 'Go',
    when: { session: true },
    run: (id) => {
      const open = recordedOf(getState());
      const at = open === undefined ? -1 : logOf(open.session).findIndex((entry) => entry.id === id);
      if (at === -1) return;
      showReviewing('timeline');
      changeTimeline({ typed: undefined, hits: undefined, at });
      showView('review');
    },
  }),
  'timeline.select': commandWith<number>({
    title: 'Choose a line of the record',
    section: 'Go',
    run: (at) => {
      changeTimeline({ at });
    },
  }),
  'timeline.replay': command({
    title: 'Replay the session up to the chosen line',
    section: 'Go',
    when: { session: true },
    run: async () => {
      const { at } = getState().timeline;
      if (at !== undefined) await replayTo(at + 1);
    },
  }),
} as const;
