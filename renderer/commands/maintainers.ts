import { decideFromMaintainers, type ChosenSection } from '../../shared/session/from-maintainers';
import { openOverlay, sayWhyNot, showNotice } from '../store/screen';
import { getState } from '../store/store';
import { commandWith } from './command';
import { record } from './recording';

export const maintainersCommands = {
  'maintainers.opened': commandWith<{ readonly name: string; readonly bytes: Uint8Array }>({
    title: 'Open a MAINTAINERS file',
    section: 'File',
    run: async ({ name, bytes }) => {
      const { open } = getState();
      if (open === undefined || open.readOnly) {
        sayWhyNot({ message: 'Open a session first: the sections of MAINTAINERS become its subsystems.', file: name });
        return;
      }
      // what reads MAINTAINERS is loaded when there is one to read
      const [{ parseMaintainers }, { textOf }] = await Promise.all([
        import('../../shared/maintainers/parse'),
        import('../../shared/maintainers/text'),
      ]);
      const file = parseMaintainers(textOf(bytes, utf8));
      if (file.sections.length === 0) {
        showNotice({ tone: 'error', text: `${name}: There is no section in the file.` });
        return;
      }
      openOverlay({ kind: 'maintainers', name, file });
    },
  }),
  'maintainers.take': commandWith<readonly ChosenSection[]>({
    title: 'Add subsystems from MAINTAINERS',
    section: 'Session',
    when: { session: true, writable: true },
    run: async (chosen) => {
      await record((session, env) => decideFromMaintainers(session, chosen, env), { close: 'maintainers' });
    },
  }),
} as const;

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
