import { clipboard, shell } from 'electron';
import type { MailToOpen } from '../shared/ipc';
import { ok, refuse, type Result } from '../shared/result';
import { mailtoOf } from './mailto';

/** Hands a mail to the mail program. A body too long for a URL goes to the clipboard instead. */
export async function openMail(mail: MailToOpen): Promise<Result<{ bodyOnClipboard: boolean }>> {
  const mailto = mailtoOf(mail);
  if (!mailto.ok) return mailto;
  const { url, bodyLeftOut } = mailto.value;
  // The one place that hands a URL to the system, and it takes no other scheme.
  if (!url.startsWith('mailto:')) throw new Error(`not a mailto: URL: ${url}`);
  if (bodyLeftOut) await clipboard.writeText(mail.body);
  try {
    await shell.openExternal(url);
  } catch (error) {
    return refuse('no mail program answered: save the mail as a file and open that', { found: String(error) });
  }
  return ok({ bodyOnClipboard: bodyLeftOut });
}
