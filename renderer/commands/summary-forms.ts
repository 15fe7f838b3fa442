import { sha256Of } from '../../shared/record/sha256';
import type { SentInput } from '../../shared/session/sent';
import { ok, type Result } from '../../shared/result';
import { ask } from '../bridge/bridge';
import { say, sayIfRefused, showNotice } from '../store/screen';
import type { SummaryMail } from '../store/summary-mail';
import { getState } from '../store/store';
import { fileNameOf } from './file-name';

/** Every form that a summary is kept in, with what its file is called after. */
export const SAVED_FORMS = {
  eml: { title: 'Mail', ending: 'eml' },
  mutt: { title: 'Draft for mutt -H', ending: 'draft' },
  'send-email': { title: 'File for git send-email', ending: 'txt' },
  mbox: { title: 'Mails to each list', ending: 'mbox' },
  md: { title: 'Markdown', ending: 'md' },
  html: { title: 'HTML', ending: 'html' },
  csv: { title: 'CSV', ending: 'csv' },
  json: { title: 'JSON', ending: 'json' },
} as const;
export type SavedForm = keyof typeof SAVED_FORMS;

/** The summary and its mail are loaded when somebody wants them. */
export async function madeSummary(): Promise<SummaryMail | undefined> {
  const { summaryMail } = await import('../store/summary-mail');
  return summaryMail(getState());
}

/** Saves a summary in one of its forms. What was saved as a mail may go out: then it can be said that it did. */
export async function saveForm(form: SavedForm): Promise<void> {
  const mail = await madeSummary();
  if (mail === undefined) return;
  const text = await textOf(form, mail);
  if (!sayIfRefused(text)) return;
  const suggestedName = `${fileNameOf(mail.summary.title)}.${SAVED_FORMS[form].ending}`;
  const saved = await ask('file-save', { suggestedName, text: text.value });
  if (!sayIfRefused(saved) || saved.value === undefined) return;
  const isMail = form === 'eml' || form === 'mutt' || form === 'send-email';
  if (isMail) tellSaved(saved.value.path, text.value, mail);
  else say(`Saved as ${SAVED_FORMS[form].title}: ${saved.value.path}`);
}

async function textOf(form: SavedForm, { session, options, summary, envelope }: SummaryMail): Promise<Result<string>> {
  switch (form) {
    case 'eml':
    case 'mutt':
    case 'send-email': {
      // one form for all three: mutt -H and git send-email read a mail's file as it is
      const { emlText } = await import('../../shared/summary/eml');
      return emlText(summary, envelope);
    }
    case 'mbox': {
      const { fanOut, mailsOf } = await import('../../shared/summary/fan-out');
      const { mboxText } = await import('../../shared/summary/mbox');
      const mails = fanOut(session, options, envelope);
      return mails.ok ? ok(mboxText(mailsOf(mails.value))) : mails;
    }
    default: {
      const { formText } = await import('../../shared/summary/forms');
      return ok(formText(form, session, options));
    }
  }
}

/** Gives the HTML form to the shell, which sets it where nothing can run: as a PDF, or for a printer. */
export async function printSummary(to: 'pdf' | 'printer'): Promise<void> {
  const mail = await madeSummary();
  if (mail === undefined) return;
  const { formText } = await import('../../shared/summary/forms');
  const html = formText('html', mail.session, mail.options);
  const printed = await ask('file-save', { html, to, suggestedName: `${fileNameOf(mail.summary.title)}.pdf` });
  if (!sayIfRefused(printed) || printed.value === undefined) return;
  say(printed.value.path === '' ? 'Given to the printer.' : `Saved as PDF: ${printed.value.path}`);
}

/** Saving is not sending: only a person knows that a mail went out, and from then on its list window runs. */
function tellSaved(path: string, text: string, { envelope, options }: SummaryMail): void {
  const messageId = /^Message-ID:\s+<([^>]+)>/m.exec(text)?.[1];
  const { open } = getState();
  if (messageId === undefined || open?.readOnly !== false) {
    say(`Saved the mail: ${path}`);
    return;
  }
  const { cc = [] } = envelope;
  const [only, ...more] = options.subsystems ?? [];
  const input: SentInput = {
    form: 'eml',
    messageId,
    to: envelope.to.map(written),
    ...(cc.length === 0 ? {} : { cc: cc.map(written) }),
    sha256: sha256Of(text),
    // an extract's versions are counted apart
    ...(only === undefined || more.length > 0 ? {} : { subsystem: only }),
  };
  showNotice({
    tone: 'info',
    text: `Saved the mail: ${path}. When it has gone out, say so: calls are tentative until its list window ends.`,
    action: { title: 'It was sent', command: 'summary.sent', input },
  });
}

function written(mailbox: SummaryMail['envelope']['to'][number]): string {
  return typeof mailbox === 'string' ? mailbox : mailbox.address;
}
