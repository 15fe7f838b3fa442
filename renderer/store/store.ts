import { create } from 'zustand';
import { toInstant } from '../../shared/record/ids';
import type { State } from './state';

const START: State = {
  phase: 'starting',
  recovery: undefined,
  settings: {},
  sessions: [],
  open: undefined,
  replay: undefined,
  mails: undefined,
  suggestions: undefined,
  mailSearch: undefined,
  keymap: { single: true, changed: {} },
  quotedMail: undefined,
  mailmap: undefined,
  asOf: toInstant(Date.now()),
  saved: { kind: 'saved' },
  view: 'live',
  selection: { tagged: [] },
  mode: 'NORMAL',
  overlays: [],
  message: undefined,
  notice: undefined,
  hint: undefined,
  entry: { caret: 0, chosen: 0, back: 0, pending: undefined },
  summary: { rationales: true, ascii: false },
  drafts: {},
  order: 'agenda',
  compared: undefined,
  reviewing: 'check',
  timeline: { typed: undefined, hits: undefined, left: 0, at: undefined },
  triage: { ok: new Set(), editing: false },
  shelf: 'record',
  matrixShows: 'positions',
  projector: { is: 'off', numbers: true },
  filter: undefined,
};

const store = create<State>()(() => START);

/** Reads the state of the screen; renders again when what was selected is another value. Select one value per call. */
export function useStore<T>(select: (state: State) => T): T {
  return store(select);
}

/** The state as it is now, for commands and for what is not a component. */
export function getState(): State {
  return store.getState();
}

/** Changes the state. Only files of this folder call it: everybody else calls what they export. */
export function setState(change: Partial<State> | ((state: State) => Partial<State>)): void {
  store.setState(change);
}

/** Calls a listener after each change; answers how to stop. */
export function subscribe(listener: (state: State, before: State) => void): () => void {
  return store.subscribe(listener);
}

/** Back to the start, for tests. */
export function resetState(): void {
  store.setState(START, true);
}
