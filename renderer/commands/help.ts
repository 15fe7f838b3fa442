import { openOverlay } from '../store/screen';
import { command } from './command';

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
    run: () => {
      openOverlay({ kind: 'about' });
    },
  }),
} as const;
