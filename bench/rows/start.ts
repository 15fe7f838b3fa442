import { join } from 'node:path';
import { copyFolder, pageShell, startElectron, untilUsable, withFolder } from '../electron';
import { startWithEntries } from '../profile';
import { median, row, type Bench } from '../row';

const ENTRIES = 10_000;
const ROUNDS = 7;

/** Process start to a usable Live view, against a bare page that reads the same rows and against a blank window. */
export const start: Bench = {
  name: 'start',
  measure: () =>
    withFolder(async (folder) => {
      await (await startWithEntries(folder, ENTRIES)).stop();
      copyFolder(join(folder, 'data'), join(folder, 'bare'));
      const once = async (app: string, data: string, args: readonly string[] = []): Promise<number> => {
        const started = await startElectron(app, join(folder, data), args);
        const time = await untilUsable(started);
        await started.stop();
        return time;
      };
      const shell = pageShell(folder);
      const times = { ours: [] as number[], bare: [] as number[], blank: [] as number[] };
      for (let i = 0; i < ROUNDS; i += 1) {
        times.blank.push(await once(shell, 'blank', ['--page=blank']));
        times.bare.push(await once(shell, 'bare', ['--page=bare']));
        times.ours.push(await once(process.cwd(), 'data'));
      }
      const ours = median(times.ours);
      const note = 'process start to a usable Live view with 10k entries';
      return [
        row({
          row: 'start',
          ours,
          baseline: median(times.bare),
          goal: 1.15,
          unit: 'ms',
          note: `${note}; baseline: a React and Dexie page that reads the same rows`,
        }),
        row({
          row: 'start, blank',
          ours,
          baseline: median(times.blank),
          goal: 1.3,
          unit: 'ms',
          note: `${note}; baseline: a blank window`,
        }),
      ];
    }),
};
