import type { GavelFile } from '../../shared/file/read';
import type { OpenedFile } from '../../shared/ipc';
import type { Result } from '../../shared/result';
import { ask } from '../bridge/bridge';
import { planImport, planRead } from '../store/import';
import type { FolderFile } from '../store/mail-folder';
import { wholeFile } from '../store/opened-file';
import { noticeIfRefused, openOverlay, passNotice, say, sayIfRefused, showNotice } from '../store/screen';
import { getState } from '../store/store';
import { command, commandWith, type Context } from './command';
import { goOnWith } from './taking-in';

/** Opens what a file holds: a session, or mails. Refusals stay on the screen. */
async function take(name: string, file: Blob, { run }: Context): Promise<void> {
  // what knows mails from records is loaded when there is a file to look at
  const { recognise } = await import('../store/foreign');
  const foreign = await recognise(name, file);
  if (!noticeIfRefused(foreign)) return;
  if (foreign.value.is === 'gavel')
    await goOnWith(foreign.value.name, await planImport(foreign.value.name, foreign.value.bytes));
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

function isMaintainers({ name }: File): boolean {
  return /maintainers/i.test(name);
}

export const openCommands = {
  'file.open': command({
    title: 'Open or import',
    section: 'File',
    keys: ['$mod+o'],
    whileTyping: true,
    run: async (_, context) => {
      const opened = await ask('file-open', {});
      if (opened.ok && opened.value !== undefined) passNotice();
      await takeOpened(opened, context);
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
      passNotice();
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
      passNotice();
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
      if (chosen === undefined) return;
      passNotice();
      await takeFolder(chosen.name, chosen.files, context);
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
      await goOnWith(name, plan);
    },
  }),
} as const;
