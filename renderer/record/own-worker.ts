import { refuse, type Result } from '../../shared/result';
import { allowOwnWorkers } from './worker-address';

/** A piece of work that a worker does. */
export interface Work<T> {
  /** undefined where it was cancelled */
  readonly done: Promise<Result<T | undefined>>;
  readonly cancel: () => void;
}

/** A worker that says nothing for so long hangs: it is ended. In milliseconds. */
const PATIENCE = 60_000;

/** What a worker is started for. */
export interface Job<Asked, Said, T> {
  readonly start: () => Worker;
  readonly asked: Asked;
  /** of what is asked, what the worker gets for good and the page has no more */
  readonly given?: readonly Transferable[];
  /** the file that is read, as messages call it */
  readonly name: string;
  /** answers the outcome with the worker's last word, and undefined before */
  readonly hear: (said: Said) => Result<T> | undefined;
}

/**
 * Has a worker of our own do one thing, and ends it when that is done, refused or cancelled, and also when it breaks or
 * says nothing for a minute.
 */
export function haveDone<Asked, Said, T>({ start, asked, given = [], name, hear }: Job<Asked, Said, T>): Work<T> {
  allowOwnWorkers();
  const worker = start();
  let cancel = (): void => undefined;
  const done = new Promise<Result<T | undefined>>((resolve) => {
    let silence: ReturnType<typeof setTimeout> | undefined;
    const end = (result: Result<T | undefined>): void => {
      clearTimeout(silence);
      worker.terminate();
      resolve(result);
    };
    const wait = (): void => {
      clearTimeout(silence);
      silence = setTimeout(() => {
        end(refuse('The file could not be read: reading took too long and was stopped.', { file: name }));
      }, PATIENCE);
    };
    cancel = () => {
      end({ ok: true, value: undefined });
    };
    worker.onmessage = ({ data }: MessageEvent<Said>) => {
      wait();
      const result = hear(data);
      if (result !== undefined) end(result);
    };
    worker.onerror = ({ message }) => {
      end(refuse('The file could not be read.', { file: name, found: message }));
    };
    wait();
    worker.postMessage(asked, [...given]);
  });
  return { done, cancel };
}
