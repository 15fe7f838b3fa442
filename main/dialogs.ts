import path from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import type { FileToSave } from '../shared/ipc';
import { ok, type Result } from '../shared/result';
import { writeAtomically } from './atomic-file';
import { safeName } from './files';

/** Everything first: MAINTAINERS has no extension, and what a file is is told by its content. */
const FILTERS = [
  { name: 'All files', extensions: ['*'] },
  { name: 'Records and mail', extensions: ['gavel', 'gavel-journal', 'eml', 'mbox', 'gz'] },
  { name: 'Gavel records (.gavel)', extensions: ['gavel', 'gavel-journal'] },
  { name: 'Mail (.eml)', extensions: ['eml'] },
  { name: 'Mail archives (.mbox, .mbox.gz)', extensions: ['mbox', 'gz'] },
];

/** Lets a person choose a file; undefined if they cancelled. */
export async function chooseFile(window: BrowserWindow): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Open',
    filters: FILTERS,
    properties: ['openFile'],
  });
  const [file] = filePaths;
  return canceled ? undefined : file;
}

/** Lets a person choose where to save, and whether to overwrite; undefined if they cancelled. */
export async function chooseWhereTo(suggestedName: string, window: BrowserWindow): Promise<string | undefined> {
  const name = safeName(suggestedName);
  const extension = path.extname(name).slice(1);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Save a copy',
    defaultPath: path.join(app.getPath('documents'), name),
    filters: [
      ...(extension === '' ? [] : [{ name: `.${extension}`, extensions: [extension] }]),
      { name: 'All files', extensions: ['*'] },
    ],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? undefined : filePath;
}

/** Lets a person choose where to save, and writes; undefined if they cancelled. */
export async function saveChosenFile(
  { suggestedName, text }: FileToSave,
  window: BrowserWindow,
): Promise<Result<{ path: string } | undefined>> {
  const filePath = await chooseWhereTo(suggestedName, window);
  if (filePath === undefined) return ok(undefined);
  const written = await writeAtomically(filePath, text);
  return written.ok ? ok({ path: filePath }) : written;
}
