import { parentPort, workerData } from 'node:worker_threads';
import { writeSnapshot, type SnapshotOrder } from './snapshot-writing';

// Writes one snapshot apart from the shell, which answers the page meanwhile. See `snapshot-thread.ts`.
void writeSnapshot(workerData as SnapshotOrder).then((written) => {
  parentPort?.postMessage(written);
});
