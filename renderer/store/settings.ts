import type { Settings } from '../../shared/ipc';
import type { Result } from '../../shared/result';
import { ask } from '../bridge/bridge';
import type { Keymap } from './state';
import { getState, setState } from './store';

/** Puts keys in use. */
export function takeKeymap(keymap: Keymap): void {
  setState({ keymap });
}

/** Puts other keys in use at once, and keeps them in the keys file. */
export async function changeKeymap(keymap: Keymap): Promise<Result<true>> {
  takeKeymap(keymap);
  const { single, changed } = keymap;
  return ask('keys-write', { text: `${JSON.stringify({ single, keys: changed }, null, 2)}\n` });
}

/** Keeps a person's choices: on the screen at once, and in the settings file. */
export async function changeSettings(changes: Settings): Promise<Result<Settings>> {
  const settings = { ...getState().settings, ...changes };
  setState({ settings });
  return ask('settings-write', settings);
}
