import { ask } from '../bridge/bridge';
import type { WindowAct } from '../../shared/ipc';
import { orderRows, sayIfRefused, setFilter, setMode, showRules, showView } from '../store/screen';
import { changeSettings } from '../store/settings';
import type { RowOrder, View } from '../store/state';
import { getState } from '../store/store';
import { command, commandWith, type Command, type Condition } from './command';

const SESSION: Condition = { session: true };

/** `g` and the view's letter while the keys are commands, Alt and its number anywhere. */
function face(title: string, view: View, letter: string, digit: string): Command<undefined> {
  return command({
    title,
    section: 'Go',
    keys: [`g ${letter}`, `Alt+${digit}`],
    whileTyping: true,
    when: SESSION,
    line: view,
    run: () => {
      setMode('NORMAL');
      showView(view);
    },
  });
}

function windowAct(title: string, keys: readonly string[], act: WindowAct): Command<undefined> {
  return command({
    title,
    section: 'View',
    keys,
    whileTyping: true,
    run: async () => {
      sayIfRefused(await ask('window-act', { act }));
    },
  });
}

function theme(title: string, name: 'system' | 'light' | 'dark'): Command<undefined> {
  return command({
    title,
    section: 'View',
    run: async () => {
      sayIfRefused(await changeSettings({ theme: name }));
    },
  });
}

/** A window up to this width leaves them out where nobody chose; the style sheets say the same. */
const LEFT_OUT_UP_TO = { sidebar: 1_180, rail: 960 } as const;

/** Whether it is on the screen now: as it was chosen, else as the width of the window lets it. */
function isShown(which: keyof typeof LEFT_OUT_UP_TO): boolean {
  return getState().settings[which] ?? !(globalThis.innerWidth <= LEFT_OUT_UP_TO[which]);
}

export const viewCommands = {
  'view.live': face('Live', 'live', 'l', '1'),
  'view.matrix': face('Matrix', 'matrix', 'm', '2'),
  'view.review': face('Review', 'review', 'r', '3'),
  'view.summary': face('Summary', 'summary', 's', '4'),
  'view.thread': face('Thread', 'thread', 't', '5'),
  'view.rules': command({
    title: 'Rules and rulings',
    section: 'Go',
    keys: ['g u'],
    when: SESSION,
    line: 'rules',
    run: () => {
      setMode('NORMAL');
      showRules();
    },
  }),
  'view.sidebar': command({
    title: 'Show or hide the sidebar',
    section: 'View',
    keys: ['$mod+b'],
    whileTyping: true,
    run: async () => {
      sayIfRefused(await changeSettings({ sidebar: !isShown('sidebar') }));
    },
  }),
  'view.rail': command({
    title: 'Show or hide the rail',
    section: 'View',
    keys: ['$mod+j'],
    whileTyping: true,
    run: async () => {
      sayIfRefused(await changeSettings({ rail: !isShown('rail') }));
    },
  }),
  'view.zoom-in': windowAct('Zoom in', ['$mod+=', '$mod++'], 'zoom-in'),
  'view.zoom-out': windowAct('Zoom out', ['$mod+-'], 'zoom-out'),
  'view.zoom-reset': windowAct('Usual size', ['$mod+0'], 'zoom-reset'),
  'view.fullscreen': windowAct('Full screen', ['F11'], 'fullscreen'),
  'view.theme-system': theme('Colours of the system', 'system'),
  'view.theme-light': theme('Light colours', 'light'),
  'view.theme-dark': theme('Dark colours', 'dark'),
  'view.find': command({
    title: 'Filter the rows',
    section: 'View',
    keys: ['/'],
    when: { session: true, views: ['live', 'matrix'], modes: ['NORMAL'], layer: false },
    run: () => {
      setFilter(getState().filter ?? '');
    },
  }),
  'view.order': commandWith<RowOrder>({
    title: 'Order the rows of the Matrix',
    section: 'View',
    run: (order) => {
      orderRows(order);
    },
  }),
  'view.filter': commandWith<string | undefined>({
    title: 'Show only what fits',
    section: 'View',
    run: (text) => {
      setFilter(text);
    },
  }),
} as const;
