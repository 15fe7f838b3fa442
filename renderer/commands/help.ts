import { ask } from '../bridge/bridge';
import { newestSnapshot } from '../record/snapshots';
import { openOverlay, say, sayIfRefused } from '../store/screen';
import { getState } from '../store/store';
import { command, commandWith } from './command';
import { snapshotWords } from './snapshot-words';

export const helpCommands = {
  'help.keys': command({
    title: 'Keys',
    section: 'Help',
    keys: ['?', 'F1'],
    whileTyping: true,
    line: 'help',
    run: () => {
      openOverlay({ kind: 'keys' });
    },
  }),
  'help.about': command({
    title: 'About Gavel',
    section: 'Help',
    run: async () => {
      const snapshot = await newestSnapshot(getState().open?.id);
      const words = snapshot === undefined ? 'none yet' : `${snapshotWords(snapshot, Date.now())}, read and whole`;
      openOverlay({ kind: 'about', snapshot: words });
    },
  }),
  'help.copy-facts': commandWith<string>({
    title: 'Copy what About says',
    section: 'Help',
    run: async (text) => {
      if (sayIfRefused(await ask('clipboard-write', { text }))) say('Copied.');
    },
  }),
} as const;
