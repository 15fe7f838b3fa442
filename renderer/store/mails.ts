import type { MailEvidence } from '../../shared/record/entry';
import type { Id } from '../../shared/record/ids';
import { bodyLines } from '../../shared/thread/body';
import { quotationOf } from '../../shared/thread/quotation';
import { refuse, type Result } from '../../shared/result';
import { growTree } from '../../shared/thread/tree';
import { importMails, type MailProgress } from '../record/mail-import';
import type { MailsTakenIn } from '../record/mail-messages';
import { readBody, readHeads } from '../record/mails';
import { closedWords, kept } from './database';
import { inSteps } from './in-steps';
import type { ListedMail } from './listed-mail';
import { isExample, readOnlyWords, recordedOf } from './read-only';
import { getState, setState } from './store';
import { isWorking, showWork, whileWorking } from './work';

/** Reads the heads of the open session's mails, where nobody did yet. */
export async function loadMails(): Promise<void> {
  if (getState().mails === undefined) await readMails();
}

async function readMails(): Promise<void> {
  const open = recordedOf(getState());
  if (open === undefined) return;
  const heads: ListedMail[] = [];
  if (!isExample(getState())) {
    for await (const rows of readHeads(kept().database, open.id)) {
      for (const { head, copy } of rows) heads.push({ ...head, copy });
    }
  }
  // two with one id are two texts: an import stores no copy twice
  const mails = await inSteps(growTree<ListedMail>(heads, () => false));
  if (isOpen(open.id)) setState({ mails, quotedMail: undefined });
}

/** The text of a mail of the open session. */
export async function mailBody({ id, copy }: Pick<ListedMail, 'id' | 'copy'>): Promise<string> {
  const { open } = getState();
  if (open === undefined) return '';
  return (await readBody(kept().database, { session: open.id, id, copy }))?.body ?? '';
}

/** Lines `from` to `to` of a mail, from 1, as evidence: exactly as they stand, with the quoted lines that they answer. */
export async function quoted(mail: ListedMail, from: number, to: number): Promise<MailEvidence> {
  return quotationOf(mail, bodyLines(await mailBody(mail)), { from, to });
}

/** Takes a file or folder of mails into the open session's thread. Undefined where it was cancelled: then all is as it was. */
export async function takeInMails(name: string, files: readonly Blob[]): Promise<Result<MailsTakenIn | undefined>> {
  const { open } = getState();
  if (open === undefined) return refuse('No session is open that the mails could go to.', { file: name });
  const fixed = readOnlyWords(getState());
  if (fixed !== undefined) return refuse(fixed, { file: name });
  if (isWorking()) return refuse('Another file is being read. Try again when that is done.', { file: name });
  const closed = closedWords();
  if (closed !== undefined) return refuse(closed, { file: name });
  const since = Date.now();
  const done = await whileWorking(
    importMails(kept().database, { session: open.id, name, files }, (progress) => {
      showProgress(progress, since);
    }),
  );
  if (done.ok && done.value !== undefined && isOpen(open.id)) await readMails();
  return done;
}

function isOpen(id: Id): boolean {
  return getState().open?.id === id;
}

function showProgress({ bytes, of, mails }: MailProgress, since: number): void {
  const left = bytes === 0 ? undefined : Math.ceil(((Date.now() - since) * (of - bytes)) / bytes / 1000);
  const unit = left === undefined ? 'kB' : `kB, ${String(left)} s left`;
  showWork(`Reading mails, ${String(mails)} so far`, Math.round(bytes / 1000), Math.round(of / 1000), unit);
}

/** Shows a mail of the thread, at the lines of `quote`. */
export function selectMail(mail: string | undefined, quote?: MailEvidence): void {
  setState(({ selection: { mail: _, reading: __, quote: ___, ...rest } }) => ({
    selection: { ...rest, ...(mail === undefined ? {} : { mail }), ...(quote === undefined ? {} : { quote }) },
  }));
}

/** Gives the keys to the lines of the mail on the screen, or takes them back. */
export function readLines(reading: boolean): void {
  setState(({ selection: { reading: _, ...rest } }) => ({ selection: reading ? { ...rest, reading } : rest }));
}
