import type { Settings } from '../../shared/ipc';
import type { Result } from '../../shared/result';
import { ask } from '../bridge/bridge';
import { getState, setState } from './store';

/** Keeps a person's choices: on the screen at once, and in the settings file. */
export async function changeSettings(changes: Settings): Promise<Result<Settings>> {
  const settings = { ...getState().settings, ...changes };
  setState({ settings });
  return ask('settings-write', settings);
}
