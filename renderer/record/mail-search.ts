import type { Id } from '../../shared/record/ids';
import type { GavelDatabase } from './database';
import { allowOwnWorkers } from './worker-address';

/** What the page asks of the worker that searches: first where the mails are, then each search. */
export type SearchAsked = { readonly database: string; readonly session: Id } | { readonly typed: string };

/** What that worker says. Mails are told apart by their places: in the order in which it read them, from 0. */
export type SearchSays =
  /** Message-IDs of the next mails that it has read */
  | { readonly read: readonly string[] }
  | { readonly typed: string; readonly hits: Uint32Array }
  /** why it could not read them all, in words: it answers nothing any more */
  | { readonly failed: string };

/** The mails of one session, ready to be searched. */
export interface MailSearch {
  /** asked before all are read, it is answered when they are */
  readonly search: (typed: string) => void;
  readonly end: () => void;
}

/** Starts a worker that reads the mails of a session, and answers searches once it has. */
export function startMailSearch(database: GavelDatabase, session: Id, heard: (says: SearchSays) => void): MailSearch {
  allowOwnWorkers();
  const worker = new Worker(new URL('./mail-search-worker.ts', import.meta.url), { type: 'module' });
  const ask = (asked: SearchAsked): void => {
    worker.postMessage(asked);
  };
  worker.onmessage = ({ data }: MessageEvent<SearchSays>) => {
    heard(data);
  };
  worker.onerror = ({ message }) => {
    heard({ failed: message });
  };
  ask({ database: database.name, session });
  return {
    search: (typed) => {
      ask({ typed });
    },
    end: () => {
      worker.terminate();
    },
  };
}
