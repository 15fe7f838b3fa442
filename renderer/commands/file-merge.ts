import { counted } from '../../shared/capture/say';
import { compareWith } from '../store/compare';
import type { ImportPlan } from '../store/import-plan';
import { undoMerge } from '../store/merge';
import { allLines } from '../store/saved';
import { closeOverlay, noticeIfRefused, say, showNotice, showReviewing, showView } from '../store/screen';
import { command, commandWith } from './command';
import { takeIn } from './taking-in';

export const mergeCommands = {
  'file.merge': commandWith<ImportPlan>({
    title: 'Merge a file into the session',
    section: 'File',
    when: { session: true, writable: true },
    run: async (plan) => {
      closeOverlay('merge');
      await takeIn(plan);
    },
  }),
  'file.merge-compare': commandWith<ImportPlan>({
    title: 'Show what a file would change',
    section: 'File',
    when: { session: true },
    run: async (plan) => {
      closeOverlay('merge');
      await compareWith(`${plan.name} merged`, [...allLines(), ...plan.added]);
      showReviewing('changes');
      showView('review');
    },
  }),
  'file.undo-merge': command({
    title: 'Undo the merge',
    section: 'File',
    when: { session: true, writable: true },
    line: 'unmerge',
    run: async () => {
      const undone = await undoMerge();
      if (!noticeIfRefused(undone)) return;
      if (undone.value === undefined) {
        say('Cancelled. The merge stands.');
        return;
      }
      showNotice(undefined);
      const { name, lines } = undone.value;
      say(`The merge is undone: ${counted(lines, 'line')} of ${name} ${lines === 1 ? 'is' : 'are'} out again.`);
    },
  }),
  'file.take-in': commandWith<ImportPlan>({
    title: 'Take in a file',
    section: 'File',
    run: takeIn,
  }),
} as const;
