import type { Overlay } from '../store/overlay';
import { closeOverlay, closeTopOverlay, openOverlay, say, setFilter, setMode, showNotice } from '../store/screen';
import { leaveReplay } from '../store/replay';
import { setTags } from '../store/select';
import { getState } from '../store/store';
import { searchLines } from '../store/timeline';
import { changeTriage } from '../store/triage';
import { command, commandWith } from './command';

export const layerCommands = {
  'layer.open': commandWith<Overlay>({
    title: 'Open a layer',
    section: 'Go',
    run: (overlay) => {
      openOverlay(overlay);
    },
  }),
  'layer.close': command({
    title: 'Close the top layer',
    section: 'Go',
    moves: true,
    keys: ['Escape', 'q'],
    whileTyping: true,
    when: { layer: true },
    run: () => {
      closeTopOverlay();
    },
  }),
  'layer.confirm': command({
    title: 'Yes',
    section: 'Go',
    input: 'needed',
    when: { layer: true },
    run: async (_input, { run }) => {
      const top = getState().overlays.at(-1);
      if (top?.kind !== 'confirm') return;
      closeOverlay('confirm');
      await run(top.command, top.input);
    },
  }),
  'go.back': command({
    title: 'Clear filter, tags and notice',
    section: 'Go',
    moves: true,
    keys: ['Escape', 'q'],
    whileTyping: true,
    when: { layer: false, modes: ['NORMAL'] },
    run: () => {
      const { filter, selection, notice, replay, timeline, triage, view } = getState();
      if (replay !== undefined) leaveReplay();
      else if (view === 'review' && timeline.typed !== undefined) void searchLines(undefined);
      else if (triage.editing) changeTriage({ editing: false });
      else if (filter !== undefined) setFilter(undefined);
      else if (selection.tagged.length > 0) setTags([]);
      else if (notice !== undefined) showNotice(undefined);
      else say('');
    },
  }),
  'notice.close': command({
    title: 'Close the notice',
    section: 'Go',
    moves: true,
    run: () => {
      showNotice(undefined);
    },
  }),
  'notice.act': command({
    title: 'Do what the notice offers',
    section: 'Go',
    input: 'needed',
    run: async (_input, { run }) => {
      const action = getState().notice?.action;
      if (action !== undefined) await run(action.command, action.input);
    },
  }),
  'go.find': command<{ readonly text?: string }>({
    title: 'Find or run',
    section: 'Go',
    moves: true,
    keys: ['$mod+k'],
    whileTyping: true,
    run: (input) => {
      openOverlay({ kind: 'palette', text: input?.text ?? '' });
    },
  }),
  'go.find-text': commandWith<string>({
    title: 'What to find',
    section: 'Go',
    run: (text) => {
      openOverlay({ kind: 'palette', text });
    },
  }),
  'line.open': command({
    title: 'Command line',
    section: 'Go',
    moves: true,
    keys: [':'],
    when: { modes: ['NORMAL'], layer: false },
    run: () => {
      setMode('COMMAND');
    },
  }),
  'line.leave': command({
    title: 'Leave the command line',
    section: 'Go',
    moves: true,
    keys: ['Escape', 'Control+['],
    whileTyping: true,
    when: { modes: ['COMMAND'], layer: false },
    run: () => {
      setMode('NORMAL');
    },
  }),
} as const;
