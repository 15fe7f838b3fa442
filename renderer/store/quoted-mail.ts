import { mailNamedIn } from '../../shared/capture/modifiers';
import type { QuoteFound } from '../../shared/capture/context';
import { bodyLines } from '../../shared/thread/body';
import { quotationOf } from '../../shared/thread/quotation';
import { firstOwnWords, linesThatHold } from '../../shared/thread/find-lines';
import { loadMails, mailBody } from './mails';
import type { State } from './state';
import { getState, setState } from './store';

/** Reads the mail that a typed line names with `from <message-id>`, where it is another than before. */
export async function readQuotedMail(line: string): Promise<void> {
  const message = mailNamedIn(line);
  const { open, quotedMail } = getState();
  if (message === undefined || open === undefined || quotedMail?.message === message) return;
  await loadMails();
  const mail = getState().mails?.byId.get(message)?.mail;
  const lines = mail === undefined ? [] : bodyLines(await mailBody(mail));
  if (getState().open?.id !== open.id) return;
  setState({ quotedMail: { message, mail, lines } });
}

/** The lines of that mail that hold what the scribe typed; its author's first words where the line has none. */
export function quoteIn({ quotedMail }: State, message: string, words: string): QuoteFound {
  if (quotedMail?.message !== message || quotedMail.mail === undefined) return 'no mail';
  const { mail, lines } = quotedMail;
  const range = words === '' ? firstOwnWords(lines) : linesThatHold(lines, words);
  return range === undefined ? 'other words' : quotationOf(mail, lines, range);
}
