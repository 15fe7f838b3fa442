import type { Id } from '../../shared/record/ids';
import type { GavelDatabase } from './database';
import { allowOwnWorkers } from './worker-address';

/** What the page asks of the worker that searches: first where the mails are, then each search. */
export type SearchAsked = { readonly database: string; readonly session: Id } | { readonly typed: string };

/** What that worker says: how far it has read, then whose places are whose, then what it found. */
export type SearchSays =
  | { readonly read: number; readonly of: number }
  | { readonly ids: readonly string[] }
  | { readonly typed: string; readonly hits: readonly number[] };

/** Who is told of a search. */
export interface SearchHeard {
  readonly reading: (read: number, of: number) => void;
  /** Message-IDs of the mails that hold all that was typed */
  readonly found: (typed: string, hits: ReadonlySet<string>) => void;
}

/** The mails of one session, ready to be searched. */
export interface MailSearch {
  /** asked again before the answer came, the answer to the later one counts */
  readonly search: (typed: string) => void;
  readonly end: () => void;
}

/** Starts a worker that reads the mails of a session, and answers searches once it has. */
export function startMailSearch(database: GavelDatabase, session: Id, heard: SearchHeard): MailSearch {
  allowOwnWorkers();
  const worker = new Worker(new URL('./mail-search-worker.ts', import.meta.url), { type: 'module' });
  const ask = (asked: SearchAsked): void => {
    worker.postMessage(asked);
  };
  let ids: readonly string[] = [];
  worker.onmessage = ({ data }: MessageEvent<SearchSays>) => {
    if ('ids' in data) ids = data.ids;
    else if ('hits' in data) heard.found(data.typed, new Set(data.hits.flatMap((at) => ids[at] ?? [])));
    else heard.reading(data.read, data.of);
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
