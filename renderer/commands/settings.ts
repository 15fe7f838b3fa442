import type { Settings } from '../../shared/ipc';
import { isHandle } from '../../shared/record/ids';
import { forgetDraft, draftKey } from '../store/drafts';
import { closeOverlay, openOverlay, say, sayIfRefused, sayWhyNot } from '../store/screen';
import { changeKeymap, changeSettings, type SettingsChange } from '../store/settings';
import type { Keymap } from '../store/state';
import { command, commandWith } from './command';

export const settingsCommands = {
  'app.settings': command({
    title: 'Settings',
    section: 'File',
    keys: ['$mod+,'],
    whileTyping: true,
    run: () => {
      openOverlay({ kind: 'settings' });
    },
  }),
  'app.who': command({
    title: 'Who you are',
    section: 'File',
    run: () => {
      openOverlay({ kind: 'first-run' });
    },
  }),
  'settings.change': commandWith<SettingsChange>({
    title: 'Change a setting',
    section: 'File',
    run: async (changes) => {
      sayIfRefused(await changeSettings(changes));
    },
  }),
  'settings.keys': commandWith<Keymap>({
    title: 'Change keys',
    section: 'File',
    run: async (keymap) => {
      sayIfRefused(await changeKeymap(keymap));
    },
  }),
  'settings.me': commandWith<NonNullable<Settings['me']>>({
    title: 'Say who you are',
    section: 'File',
    run: async (me) => {
      if (!isHandle(me.handle)) {
        sayWhyNot({ message: 'A handle is needed.', found: me.handle, expected: 'letters, digits, . _ and -' });
        return;
      }
      if (!sayIfRefused(await changeSettings({ me }))) return;
      forgetDraft(draftKey.firstRun);
      closeOverlay('first-run');
      say(`You record as ${me.handle}.`);
    },
  }),
} as const;
