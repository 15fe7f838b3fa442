import { Worker } from 'node:worker_threads';
import { refuse, type Result } from '../shared/result';
import type { SnapshotOrder, WrittenSnapshot } from './snapshot-writing';

/** Has a snapshot written in a thread of its own, by the bundle of `snapshot-worker.ts`. */
export function writeInThread(bundle: string, order: SnapshotOrder): Promise<Result<WrittenSnapshot>> {
  return new Promise((resolve) => {
    const broke = (why: unknown): void => {
      resolve(refuse('no snapshot: the thread that writes it broke', { file: order.folder, found: String(why) }));
    };
    const worker = new Worker(bundle, { workerData: order });
    worker.once('message', resolve);
    worker.once('error', broke);
    worker.once('exit', broke);
  });
}
