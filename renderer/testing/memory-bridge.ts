import type { Bridge, Channel, Hello, Requests, Settings, ShellEvent } from '../../shared/ipc';
import { ok, refuse } from '../../shared/result';

/** A shell that lives in memory, whose journal can be made to fail, to be slow or never to answer. */
export interface MemoryShell {
  readonly bridge: Bridge;
  /** session -> lines, in order of arrival */
  readonly journals: Map<string, string[]>;
  readonly asked: { readonly channel: Channel; readonly request: unknown }[];
  /** what the journal does with the next append */
  journal: 'takes' | 'refuses' | 'hangs';
  settings: Settings;
  readonly send: (event: ShellEvent) => void;
  /** texts that were saved, copied or handed to the mail program, the last one last */
  readonly given: string[];
  /** what the open dialog answers */
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
        start: { unclean: false },
        ...hello,
        settings: shell.settings,
      }),
    'journal-append': async ({ session, lines }) => {
      if (shell.journal === 'hangs') return new Promise(() => undefined);
      if (shell.journal === 'refuses') return refuse('not saved: the disk is full');
      shell.journals.set(session, [...(shell.journals.get(session) ?? []), ...lines]);
      return Promise.resolve(ok({ savedAt: new Date().toISOString() }));
    },
    'journal-take-back': async ({ session, lines }) => {
      const out = new Set(lines);
      shell.journals.set(
        session,
        (shell.journals.get(session) ?? []).filter((line) => !out.has(line)),
      );
      return Promise.resolve(ok(true));
    },
    'journal-read': async ({ session }) => {
      const journals = [...shell.journals].map(([name, lines]) => ({ session: name, lines: lines.length }));
      return Promise.resolve(
        ok({ journals, lines: session === undefined ? [] : (shell.journals.get(session) ?? []), snapshots: [] }),
      );
    },
    'snapshot-take': async () => Promise.resolve(ok(true)),
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
      if ('keys' in chosen) shell.given.push(chosen.keys);
      return Promise.resolve(ok(shell.settings));
    },
    'window-act': async () => Promise.resolve(ok(true)),
  };
  const shell: MemoryShell = {
    journals: new Map(),
    asked: [],
    journal: 'takes',
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
