import { ask } from '../bridge/bridge';
import { openOverlay, say, sayIfRefused } from '../store/screen';
import { allUnsaved } from '../store/unsaved';
import { command } from './command';

export const unsavedCommands = {
  'unsaved.show': command({
    title: 'Show what is not saved',
    section: 'File',
    keys: ['g o'],
    line: 'unsaved',
    run: () => {
      openOverlay({ kind: 'unsaved' });
    },
  }),
  'unsaved.copy': command({
    title: 'Copy what is not saved',
    section: 'File',
    run: async () => {
      const lines = allUnsaved();
      if (lines.length === 0) {
        say('Everything is saved: there is nothing to copy.');
        return;
      }
      const copied = await ask('clipboard-write', { text: lines.join('\n') });
      if (sayIfRefused(copied)) say(lines.length === 1 ? 'Copied 1 line.' : `Copied ${String(lines.length)} lines.`);
    },
  }),
} as const;
