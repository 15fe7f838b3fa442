import type { GavelFile } from '../../shared/file/read';
import { withoutPrivate } from '../../shared/file/share';
import { writeFile } from '../../shared/file/write';
import type { OpenedFile } from '../../shared/ipc';
import type { AnyEntry } from '../../shared/record/entry';
import { sha256Of } from '../../shared/record/sha256';
import { meetingOf } from '../../shared/session/meeting';
import type { Result } from '../../shared/result';
import { ask } from '../bridge/bridge';
import { newestSnapshot } from '../record/snapshots';
import { closeWhenSaved } from '../store/closing';
import { addedInWords, importPlanned, latestOf, planImport, planRead } from '../store/import';
import type { ImportPlan } from '../store/import-plan';
import { wholeFile } from '../store/opened-file';
import { compareWith } from '../store/compare';
import { undoMerge } from '../store/merge';
import { allLines } from '../store/saved';
import type { FolderFile } from '../store/mail-folder';
import {
  noticeIfRefused,
  closeOverlay,
  openOverlay,
  say,
  sayIfRefused,
  showNotice,
  showReviewing,
  showView,
} from '../store/screen';
import { getState } from '../store/store';
import { command, commandWith, type Condition, type Context } from './command';
import { fileNameOf } from './file-name';
import { snapshotWords } from './snapshot-words';

const SESSION: Condition = { session: true };

/** Opens what a file holds: a session, or mails. Refusals stay on the screen. */
async function take(name: string, file: Blob, { run }: Context): Promise<void> {
  // what knows mails from records is loaded when there is a file to look at
  const { recognise } = await import('../store/foreign');
  const foreign = await recognise(name, file);
  if (!noticeIfRefused(foreign)) return;
  if (foreign.value.is === 'gavel')
    await planned(foreign.value.name, await planImport(foreign.value.name, foreign.value.bytes));
  else if (foreign.value.is === 'maintainers') await run('maintainers.opened', foreign.value);
  else if (foreign.value.is === 'mailmap') await run('people.mailmap', foreign.value);
  else await run('mail.opened', { ...foreign.value, files: [file] });
}

/** Opens a folder of mails. */
async function takeFolder(name: string, all: readonly FolderFile[], { run }: Context): Promise<void> {
  const { mailsOfFolder } = await import('../store/mail-folder');
  const folder = await mailsOfFolder(name, all);
  if (noticeIfRefused(folder)) await run('mail.opened', { name, ...folder.value });
}

async function takeOpened(opened: Result<OpenedFile | undefined>, context: Context): Promise<void> {
  if (!noticeIfRefused(opened) || opened.value === undefined) return;
  const { name } = opened.value;
  const file = await wholeFile(opened.value);
  if (!noticeIfRefused(file)) return;
  if (file.value === undefined) say(`${name}: cancelled. Nothing of it was taken in.`);
  else await take(name, file.value, context);
}

async function planned(
  name: string,
  plan: Awaited<ReturnType<typeof planImport> | ReturnType<typeof planRead>>,
): Promise<void> {
  if (!noticeIfRefused(plan)) return;
  if (plan.value === undefined) {
    say(`${name}: cancelled. Nothing of it was taken in.`);
    return;
  }
  if ('elsewhere' in plan.value) {
    showNotice({
      tone: 'info',
      text: `${name} is of the session “${plan.value.elsewhere.title}”, which is not open. What you are at stays on the screen.`,
      action: { title: 'Open that session', command: 'file.read', input: plan.value.elsewhere },
    });
    return;
  }
  if ('taken' in plan.value) {
    const { taken, session, isShown } = plan.value;
    if (isShown) say(`Opened ${name}: ${String(taken)} entries.`);
    else {
      showNotice({
        tone: 'info',
        text: `${name} is taken in: ${String(taken)} entries. What you are at stays on the screen.`,
        action: { title: 'Show it', command: 'session.show-taken', input: session },
      });
    }
    return;
  }
  const { into, added, known, ahead } = plan.value;
  if (added.length === 0) {
    say(allHere(name, known));
  } else if (ahead.length > 0) {
    openOverlay({
      kind: 'confirm',
      title: 'Entries from the future',
      text: `${String(ahead.length)} entries of ${name} are more than a day ahead of this clock, the latest at ${latestOf(ahead)}. Taking them in moves the clock of the session there.`,
      yes: 'Take them in',
      command: 'file.take-in',
      input: plan.value,
    });
  } else if (into !== undefined) {
    openOverlay({ kind: 'merge', plan: plan.value });
  } else {
    await takeIn(plan.value);
  }
}

async function takeIn(plan: ImportPlan): Promise<void> {
  const done = await importPlanned(plan);
  if (!noticeIfRefused(done)) return;
  const { name } = plan;
  const added = done.value;
  if (added === undefined) {
    say(`${name}: cancelled. Nothing of it was merged.`);
    return;
  }
  const known = plan.known + plan.added.length - added.length;
  if (plan.into === undefined) say(`Opened ${name}: ${String(added.length)} entries.`);
  else if (added.length === 0) say(allHere(name, known));
  else
    showNotice({
      tone: 'info',
      text: `Merged ${name}: ${String(added.length)} entries added, ${String(known)} were here.`,
      detail: addedInWords(added),
      action: { title: 'Undo the merge', command: 'file.undo-merge' },
    });
}

function allHere(name: string, known: number): string {
  return `All ${String(known)} entries of ${name} are here already.`;
}

async function save(entries: readonly AnyEntry[]): Promise<void> {
  const { open } = getState();
  if (open === undefined) return;
  const suggestedName = `${fileNameOf(meetingOf(open.session)?.title ?? 'session')}.gavel`;
  const saved = await ask('file-save', { suggestedName, text: writeFile(entries, sha256Of) });
  if (sayIfRefused(saved) && saved.value !== undefined) say(`Saved a copy: ${saved.value.path}`);
}

function isMaintainers({ name }: File): boolean {
  return /maintainers/i.test(name);
}

export const fileCommands = {
  'file.open': command({
    title: 'Open or import',
    section: 'File',
    keys: ['$mod+o'],
    whileTyping: true,
    run: async (_, context) => {
      await takeOpened(await ask('file-open', {}), context);
    },
  }),
  'file.announced': commandWith<string>({
    title: 'Open a file that the system named',
    section: 'File',
    run: async (path, context) => {
      await takeOpened(await ask('file-open', { announced: path }), context);
    },
  }),
  'file.drop': commandWith<readonly File[]>({
    title: 'Open dropped files',
    section: 'File',
    run: async (files, context) => {
      // MAINTAINERS wants a session, which another of the files may begin
      const order = files.toSorted((a, b) => Number(isMaintainers(a)) - Number(isMaintainers(b)));
      for (const [at, file] of order.entries()) {
        await take(file.name, file, context);
        const begun = getState().overlays.at(-1);
        if (begun?.kind !== 'new-session') continue;
        openOverlay({ ...begun, then: order.slice(at + 1) });
        return;
      }
    },
  }),
  'file.drop-folder': commandWith<FileSystemDirectoryEntry>({
    title: 'Open a dropped folder of mails',
    section: 'File',
    run: async (folder, context) => {
      const { filesOfEntry } = await import('../store/mail-folder');
      await takeFolder(folder.name, await filesOfEntry(folder), context);
    },
  }),
  'file.open-folder': command({
    title: 'Open a maildir',
    section: 'File',
    line: 'maildir',
    run: async (_, context) => {
      const { chooseFolder } = await import('../store/mail-folder');
      const chosen = await chooseFolder();
      if (chosen !== undefined) await takeFolder(chosen.name, chosen.files, context);
    },
  }),
  'file.read': commandWith<{ readonly name: string; readonly file: GavelFile }>({
    title: 'Open the session that a file is of',
    section: 'File',
    run: async ({ name, file }) => {
      const plan = await planRead(name, file);
      // the notice holds the file: it stays until that is opened
      if (!sayIfRefused(plan)) return;
      showNotice(undefined);
      await planned(name, plan);
    },
  }),
  'file.merge': commandWith<ImportPlan>({
    title: 'Merge a file into the session',
    section: 'File',
    when: { session: true, writable: true },
    run: async (plan) => {
      closeOverlay('merge');
      await takeIn(plan);
    },
  }),
  'file.merge-compare': commandWith<ImportPlan>({
    title: 'Show what a file would change',
    section: 'File',
    when: { session: true },
    run: async (plan) => {
      closeOverlay('merge');
      await compareWith(`${plan.name} merged`, [...allLines(), ...plan.added]);
      showReviewing('changes');
      showView('review');
    },
  }),
  'file.undo-merge': command({
    title: 'Undo the merge',
    section: 'File',
    when: { session: true, writable: true },
    line: 'unmerge',
    run: async () => {
      const undone = await undoMerge();
      if (!noticeIfRefused(undone)) return;
      if (undone.value === undefined) {
        say('Cancelled. The merge stands.');
        return;
      }
      showNotice(undefined);
      const { name, lines } = undone.value;
      say(`The merge is undone: ${String(lines)} lines of ${name} are out again.`);
    },
  }),
  'file.take-in': commandWith<ImportPlan>({
    title: 'Take in a file',
    section: 'File',
    run: takeIn,
  }),
  'file.save-copy': command({
    title: 'Save a copy, private notes included',
    section: 'File',
    keys: ['$mod+s'],
    whileTyping: true,
    when: SESSION,
    line: 'save',
    run: () => save(allLines()),
  }),
  'file.save-share': command({
    title: 'Save a file for others, without private notes',
    section: 'File',
    when: SESSION,
    run: () => save(withoutPrivate(allLines())),
  }),
  'app.close': command({
    title: 'Close the window',
    section: 'File',
    line: 'q',
    run: closeWhenSaved,
  }),
  'file.where': command({
    title: 'Where this session lives',
    section: 'File',
    when: SESSION,
    line: 'w',
    run: async () => {
      const { hello, saved, open } = getState();
      const snapshot = await newestSnapshot(open?.id);
      const when =
        saved.kind === 'saved'
          ? `Saved by itself${saved.at === undefined ? '' : ` at ${saved.at.slice(11, 19)} UTC`}`
          : 'Not saved yet';
      const also = snapshot === undefined ? 'no snapshot yet' : `snapshot ${snapshotWords(snapshot, Date.now())}`;
      say(`${when}. It lives in ${hello?.dataFolder ?? 'this browser'}; ${also}; Save a copy makes another.`);
    },
  }),
} as const;
