import type { Id } from '../../shared/record/ids';
import { refusalText } from '../../shared/result';
import { exportAll, lookAtCopies, restoreAll, showRecovery, startEmpty } from '../store/recovery';
import { say, sayWhyNot } from '../store/screen';
import { command, commandWith } from './command';

/** What a person can do where the copies of a record differ. */
export const recoveryCommands = {
  'recovery.show': command({
    title: 'Compare the copies of the record',
    section: 'File',
    run: () => {
      if (!showRecovery()) say('The copies of all records are alike.');
    },
  }),
  'recovery.restore': commandWith<undefined>({
    title: 'Restore',
    section: 'File',
    run: async () => {
      const restored = await restoreAll();
      if (restored.ok) say('Restored: every copy has all that there is.');
      else sayWhyNot(restored.error);
    },
  }),
  'recovery.look': commandWith<Id>({
    title: 'Open read-only',
    section: 'File',
    run: lookAtCopies,
  }),
  'recovery.export': commandWith<undefined>({
    title: 'Export all',
    section: 'File',
    run: async () => {
      const saved = await exportAll();
      say(saved.ok ? `Saved ${String(saved.value)} files.` : refusalText(saved.error));
    },
  }),
  'recovery.start-empty': commandWith<undefined>({
    title: 'Start empty',
    section: 'File',
    run: async () => {
      const begun = await startEmpty();
      if (!begun.ok) sayWhyNot(begun.error);
    },
  }),
} as const;
