import { execFile } from 'node:child_process';
import { homedir } from 'node:os';
import type { Hello } from '../shared/ipc';

/** git's `user.name` and `user.email`, to be proposed at first run; what git doesn't tell within two seconds is absent. */
export async function gitUser(): Promise<Hello['gitUser']> {
  const [name, address] = await Promise.all([configured('user.name'), configured('user.email')]);
  return { ...(name !== undefined && { name }), ...(address !== undefined && { address }) };
}

function configured(key: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    // From the home folder: the folder of some checkout must not tell who we are.
    const options = { cwd: homedir(), timeout: 2_000, maxBuffer: 4_096, windowsHide: true };
    execFile('git', ['config', '--get', key], options, (error, output) => {
      const value = output.trim();
      resolve(error !== null || value === '' || /\p{Cc}/u.test(value) ? undefined : value);
    });
  });
}
