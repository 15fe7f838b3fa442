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
export async function changeKeymap(keymap: Keymap): Promise<Result<Settings>> {
  const { single, changed, mistaken } = keymap;
  takeKeymap({ single, changed });
  const keys = `${JSON.stringify({ single, keys: changed }, null, 2)}\n`;
  return ask('settings-write', { keys, ...(mistaken && { aside: true }) });
}

/** Choices to change: what is undefined goes back to what it was before anybody chose. */
export type SettingsChange = { readonly [K in keyof Settings]?: Settings[K] | undefined };

/** Keeps a person's choices: on the screen at once, and in the settings file. */
export async function changeSettings(changes: SettingsChange): Promise<Result<Settings>> {
  const changed: Readonly<Record<string, unknown>> = { ...getState().settings, ...changes };
  const settings: Settings = Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined));
  takeSettings(settings);
  return ask('settings-write', { settings });
}

/** Puts choices in use. What a summary holds is chosen anew where the choice for all of them changed. */
export function takeSettings(settings: Settings): void {
  setState(({ settings: before, summary }) => ({
    settings,
    ...(settings.summary !== before.summary && { summary: { ...summary, ...settings.summary } }),
  }));
}
