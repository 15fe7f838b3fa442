import { forgetProjector, setProjector, showNumbers, startProjector, stopProjector } from '../store/projector';
import { say, sayIfRefused, sayWhyNot } from '../store/screen';
import { getState } from '../store/store';
import { command, commandWith, type Condition } from './command';

const KEY: Condition = { session: true, modes: ['NORMAL'], layer: false };

/** Whether there is a projector to do something to; says how to get one where there is none. */
function isThere(): boolean {
  const there = getState().projector.is !== 'off';
  if (!there) sayWhyNot({ message: 'The projector is off. P opens it.' });
  return there;
}

export const projectorCommands = {
  'projector.switch': command({
    title: 'Projector on or off',
    section: 'Session',
    keys: ['Shift+p'],
    when: KEY,
    line: 'projector',
    run: async () => {
      if (getState().projector.is !== 'off') {
        sayIfRefused(await stopProjector());
      } else if (sayIfRefused(await startProjector())) {
        say('Projector on. Move its window to the beamer, then press F11 there.');
      }
    },
  }),
  'projector.freeze': command({
    title: 'Freeze the projector, or let it follow',
    section: 'Session',
    keys: ['Shift+f'],
    when: KEY,
    run: () => {
      if (!isThere()) return;
      const frozen = getState().projector.is === 'frozen';
      setProjector(frozen ? 'on' : 'frozen');
      say(
        frozen ? 'The projector follows again.' : 'The projector is frozen: it holds this picture. F lets it follow.',
      );
    },
  }),
  'projector.blank': command({
    title: 'Blank the projector, or show it again',
    section: 'Session',
    keys: ['Shift+b'],
    when: KEY,
    run: () => {
      if (!isThere()) return;
      const blank = getState().projector.is === 'blank';
      setProjector(blank ? 'on' : 'blank');
      say(blank ? 'The projector shows the room again.' : 'The projector is blank. B shows it again.');
    },
  }),
  'projector.numbers': command({
    title: 'Hide or show numbers on the projector',
    section: 'Session',
    keys: ['Shift+r'],
    when: KEY,
    run: () => {
      if (!isThere()) return;
      const { numbers } = getState().projector;
      showNumbers(!numbers);
      say(numbers ? 'Numbers are hidden on the projector. R shows them.' : 'The projector shows numbers.');
    },
  }),
  'projector.closed': commandWith<'gone'>({
    title: 'The projector was closed',
    section: 'Session',
    run: () => {
      forgetProjector();
      say('Projector off.');
    },
  }),
} as const;
