import { app, clipboard } from 'electron';
import type { Hello, MenuKey, ShellEvent, StartFacts } from '../shared/ipc';
import { ok, refuse } from '../shared/result';
import type { Announced } from './announced';
import { chooseFile, saveChosenFile } from './dialogs';
import { chosenFiles } from './files';
import type { HalfTypedFile } from './half-typed';
import type { Handlers } from './ipc';
import type { Journals } from './journal';
import { moveDeleted } from './journal-leaving';
import { openMail } from './mailer';
import type { KeysFile } from './keys-file';
import { printPage } from './print';
import type { Projector } from './projector-window';
import { readKept } from './reading-kept';
import type { SettingsStore } from './settings';
import type { Snapshots } from './snapshots';
import { applyTheme } from './window';
import { actOn } from './window-acts';
import type { WindowFile } from './window-file';

/** What the answers are made from. */
export interface Shell {
  readonly dataFolder: string;
  /** what was found before the window opened */
  readonly start: StartFacts;
  readonly settings: SettingsStore;
  readonly keys: KeysFile;
  readonly halfTyped: HalfTypedFile;
  readonly windowFile: WindowFile;
  readonly journals: Journals;
  readonly snapshots: Snapshots;
  readonly announced: Announced;
  readonly projector: Projector;
  /** makes the menu show these keys */
  readonly showKeys: (keys: readonly MenuKey[]) => void;
  /** tells the page of something */
  readonly send: (event: ShellEvent) => void;
  readonly gitUser: () => Promise<Hello['gitUser']>;
}

/** One handler for each channel of the contract. */
export function handlersOf(shell: Shell): Handlers {
  const { dataFolder, settings, keys, journals, snapshots, announced, gitUser } = shell;
  const chosen = chosenFiles();
  return {
    hello: async () => {
      const keysRead = keys.read();
      return {
        version: app.getVersion(),
        runtime: { electron: process.versions.electron, chrome: process.versions.chrome, node: process.versions.node },
        platform: process.platform,
        dataFolder,
        settings: settings.current(),
        keys: keysRead.ok ? keysRead.value : '',
        mistakes: [...settings.mistakes, ...(keysRead.ok ? [] : [keysRead.error])],
        gitUser: await gitUser(),
        announced: announced.take(),
        halfTyped: await shell.halfTyped.read(),
        start: shell.start,
      };
    },
    'journal-append': async ({ session, lines, mend, drafts }) => {
      const mended = mend === undefined ? ok(true) : await journals.mend(session, mend);
      if (!mended.ok) return mended;
      const appended = await journals.append(session, lines);
      if (appended.ok) snapshots.heard(session, lines);
      // or the next start would find that the newest snapshot has more than database and journal
      if (appended.ok && mend !== undefined) await snapshots.take(session);
      const noted = !appended.ok || drafts === undefined ? ok(true) : await journals.noteDrafts(session, drafts);
      return noted.ok ? appended : noted;
    },
    'journal-read': (asked) => readKept(shell, asked),
    'snapshot-take': async ({ session, before }) => {
      if (before !== 'delete') {
        const taken = await snapshots.take(session, before);
        return taken.ok ? ok({}) : taken;
      }
      const moved = await moveDeleted(shell, session);
      if (!moved.ok) return moved;
      announced.allow(moved.value);
      return ok({ deleted: moved.value });
    },
    'file-open': async ({ announced: named, rest }, window) => {
      if (rest !== undefined) return chosen.rest(rest);
      const file = named ?? (await chooseFile(window));
      if (file === undefined) return ok(undefined);
      if (named === undefined || announced.has(named)) return chosen.open(file);
      return refuse('that file was not named on the command line or by the desktop: open it with Open', { file });
    },
    'file-save': (file, window) => ('html' in file ? printPage(file, window) : saveChosenFile(file, window)),
    'mail-open': (mail) => openMail(mail),
    'clipboard-write': async ({ text }) => {
      await clipboard.writeText(text);
      return ok(true);
    },
    'settings-write': async (chosen, window) => {
      const before = settings.current();
      if ('menu' in chosen) shell.showKeys(chosen.menu);
      else if ('halfTyped' in chosen) {
        const kept = await shell.halfTyped.keep(chosen.halfTyped);
        if (!kept.ok) return kept;
      } else if ('keys' in chosen) {
        const kept = await keys.keep(chosen.keys, chosen.aside);
        if (!kept.ok) return kept;
      } else {
        const kept = await settings.keep(chosen.settings);
        if (kept.ok && kept.value.theme !== before.theme) applyTheme(kept.value.theme, window);
        return kept;
      }
      return ok(before);
    },
    'window-act': ({ act }, window) => actOn(window, act, shell),
  };
}
