import type {
  Bridge,
  Channel,
  HalfTyped,
  Hello,
  RecordedDraft,
  Requests,
  Settings,
  ShellEvent,
} from '../../shared/ipc';
import { parseLine } from '../../shared/record/canon';
import { ok, refuse } from '../../shared/result';

/** A shell that lives in memory, whose journal can be made to fail, to be slow or never to answer. */
export interface MemoryShell {
  readonly bridge: Bridge;
  /** session -> lines, in order of arrival */
  readonly journals: Map<string, string[]>;
  /** session -> lines of its newest snapshot */
  readonly snapshots: Map<string, readonly string[]>;
  /** session -> half-typed texts that its journal alone has the lines of */
  readonly drafts: Map<string, readonly RecordedDraft[]>;
  /** half-typed texts that the database does not take */
  halfTyped: readonly HalfTyped[];
  /** sessions whose journals are not what they were */
  readonly changed: Set<string>;
  readonly asked: { readonly channel: Channel; readonly request: unknown }[];
  /** what the journal does with the next append, and the disk with half-typed text */
  journal: 'takes' | 'refuses' | 'hangs';
  /** false: the disk has no room to open a database */
  room: boolean;
  settings: Settings;
  readonly send: (event: ShellEvent) => void;
  /** texts that were saved, copied or handed to the mail program, the last one last */
  readonly given: string[];
  /** what the open dialog answers: the journal of a session that was deleted, from then on */
  file: { readonly name: string; readonly bytes: Uint8Array } | undefined;
}

export function memoryShell(hello: Partial<Hello> = {}): MemoryShell {
  const listeners = new Set<(event: ShellEvent) => void>();
  const answers: { readonly [C in Channel]: (request: Requests[C]['request']) => Promise<Requests[C]['answer']> } = {
    hello: async () =>
      Promise.resolve({
        version: '0.0.0',
        runtime: { electron: '', chrome: '', node: '' },
        platform: 'test',
        dataFolder: '/data',
        keys: '',
        mistakes: [],
        gitUser: {},
        announced: [],
        halfTyped: shell.halfTyped,
        start: { unclean: false },
        ...hello,
        settings: shell.settings,
      }),
    'journal-append': async ({ session, lines, mend, drafts }) => {
      if (shell.journal === 'hangs') return new Promise(() => undefined);
      if (shell.journal === 'refuses') return refuse('not saved: the disk is full');
      const there = shell.journals.get(session) ?? [];
      const good = mend === undefined ? there : there.filter((line) => !mend.includes(line) && parseLine(line).ok);
      shell.journals.set(session, [...good, ...lines]);
      shell.changed.delete(session);
      if (drafts !== undefined) shell.drafts.set(session, drafts);
      return Promise.resolve(ok({ savedAt: new Date().toISOString() }));
    },
    'journal-read': async ({ session, from }) => {
      const journals = [...shell.journals].map(([name, lines]) => ({
        session: name,
        lines: lines.length,
        ...(shell.changed.has(name) && { changed: true as const }),
      }));
      const snapshots = [...shell.snapshots]
        .filter(([name]) => session === undefined || name === session)
        .map(([name, lines]) => ({ session: name, at: '2026-11-27T10:00:00.000Z', entries: lines.length }));
      const lines = (from === 'snapshot' ? shell.snapshots : shell.journals).get(session ?? '') ?? [];
      const drafts = shell.drafts.get(session ?? '') ?? [];
      return Promise.resolve(
        ok({ journals, lines, drafts, snapshots: session === undefined || from ? snapshots : [] }),
      );
    },
    'snapshot-take': async ({ session, before }) => {
      if (before !== 'delete') return Promise.resolve(ok({}));
      const lines = shell.journals.get(session);
      if (lines === undefined) return refuse('the journal can’t be moved away');
      shell.journals.delete(session);
      const text = [JSON.stringify({ gavel: 1, session }), ...lines].map((line) => `${line}\n`).join('');
      shell.file = { name: `${session}.gavel-journal`, bytes: new TextEncoder().encode(text) };
      return Promise.resolve(ok({ deleted: `/data/deleted/${shell.file.name}` }));
    },
    // in two parts, as a large file comes
    'file-open': async ({ rest }) => {
      if (shell.file === undefined) return Promise.resolve(ok(undefined));
      const { name, bytes } = shell.file;
      const half = bytes.length >> 1;
      const size = bytes.length;
      return Promise.resolve(
        rest === undefined
          ? ok({ name, size, bytes: bytes.slice(0, half), rest: 'half' })
          : ok({ name, size, bytes: bytes.slice(half) }),
      );
    },
    'file-save': async (file) => {
      shell.given.push('html' in file ? file.html : file.text);
      return Promise.resolve(ok({ path: `/saved/${file.suggestedName}` }));
    },
    'mail-open': async ({ body }) => {
      shell.given.push(body);
      return Promise.resolve(ok({ bodyOnClipboard: false }));
    },
    'clipboard-write': async ({ text }) => {
      shell.given.push(text);
      return Promise.resolve(ok(true));
    },
    'settings-write': async (chosen) => {
      if ('settings' in chosen) shell.settings = chosen.settings;
      if ('halfTyped' in chosen) {
        if (shell.journal !== 'takes') return refuse('not saved: the disk is full');
        shell.halfTyped = chosen.halfTyped;
      }
      if ('keys' in chosen) shell.given.push(chosen.keys);
      return Promise.resolve(ok(shell.settings));
    },
    'window-act': async ({ act }) =>
      Promise.resolve(act === 'mend-database' && !shell.room ? refuse('the disk is full: make room') : ok(true)),
  };
  const shell: MemoryShell = {
    journals: new Map(),
    snapshots: new Map(),
    drafts: new Map(),
    halfTyped: [],
    changed: new Set(),
    asked: [],
    journal: 'takes',
    room: true,
    settings: hello.settings ?? { me: { handle: 'ana' } },
    given: [],
    file: undefined,
    send: (event) => {
      for (const listener of listeners) listener(event);
    },
    bridge: {
      request: (channel, request) => {
        shell.asked.push({ channel, request });
        return answers[channel](request);
      },
      onEvent: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
  return shell;
}
