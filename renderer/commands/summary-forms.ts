import { sha256Of } from '../../shared/record/sha256';
import type { Slug } from '../../shared/record/ids';
import type { SentInput } from '../../shared/session/sent';
import { ok, refuse, type Result } from '../../shared/result';
import type { Form } from '../../shared/summary/forms';
import { ask } from '../bridge/bridge';
import { say, sayIfRefused, showNotice } from '../store/screen';
import { inSteps } from '../store/in-steps';
import { madeBeside } from '../store/made-beside';
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

/** The summary and its mail are loaded when somebody wants them, and made beside the keys. */
export async function madeSummary(): Promise<SummaryMail | undefined> {
  const { makingSummaryMail, summaryMail } = await import('../store/summary-mail');
  // where a line was recorded meanwhile it is made at once: whoever asked for it waits
  return (await inSteps(makingSummaryMail(getState()))) ?? summaryMail(getState());
}

/** A form as it is saved, and for one that is mailed what is recorded once it went out. */
interface Made {
  readonly text: string;
  readonly mails?: readonly SentInput[];
}

/** Saves a summary in one of its forms. What was saved as a mail may go out: then it can be said that it did. */
export async function saveForm(form: SavedForm): Promise<void> {
  const mail = await madeSummary();
  if (mail === undefined) return;
  const made = await formOf(form, mail);
  if (!sayIfRefused(made)) return;
  const { text, mails } = made.value;
  const suggestedName = `${fileNameOf(mail.summary.title)}.${SAVED_FORMS[form].ending}`;
  const saved = await ask('file-save', { suggestedName, text });
  if (!sayIfRefused(saved) || saved.value === undefined) return;
  const { title } = SAVED_FORMS[form];
  if (mails === undefined || getState().open?.readOnly !== false) say(`Saved as ${title}: ${saved.value.path}`);
  else tellSaved(`Saved as ${title}: ${saved.value.path}.`, mails);
}

async function formOf(form: SavedForm, mail: SummaryMail): Promise<Result<Made>> {
  const { session, options, summary, envelope } = mail;
  switch (form) {
    case 'eml':
    case 'mutt':
    case 'send-email': {
      // one form for all three: mutt -H and git send-email read a mail's file as it is
      const { emlText, messageIdIn } = await import('../../shared/summary/eml');
      const eml = emlText(summary, envelope);
      if (!eml.ok) return eml;
      const [only, ...more] = options.subsystems ?? [];
      // an extract's versions are counted apart
      const subsystem = more.length === 0 ? only : undefined;
      const written = { eml: eml.value, messageId: messageIdIn(eml.value) ?? '' };
      return ok({ text: eml.value, mails: [sentInput(mail, written, envelope, subsystem)] });
    }
    case 'mbox': {
      const { fanOut, mailsOf } = await import('../../shared/summary/fan-out');
      const { mboxText } = await import('../../shared/summary/mbox');
      const out = fanOut(session, options, envelope);
      if (!out.ok) return out;
      const { whole, extracts } = out.value;
      const [only, ...more] = options.subsystems ?? [];
      // of one in parts the first is what the others answer
      const mails = [
        ...whole.slice(0, 1).map((first) => sentInput(mail, first, envelope, more.length === 0 ? only : undefined)),
        ...extracts.flatMap(({ subsystem, lists, mails: [first] }) =>
          first === undefined ? [] : sentInput(mail, first, { to: lists }, subsystem),
        ),
      ];
      return ok({ text: mboxText(mailsOf(out.value)), mails });
    }
    default: {
      const made = await textIn(form, mail);
      return made.ok ? ok({ text: made.value }) : made;
    }
  }
}

/** Made beside the keys. */
async function textIn(form: Form, mail: SummaryMail): Promise<Result<string>> {
  const { textOfMade } = await import('../../shared/summary/forms');
  return wholeText(await madeBeside('Making the file', textOfMade(form, mail)));
}

async function textToPrint({ summary }: SummaryMail): Promise<Result<string>> {
  const { printedHtml } = await import('../../shared/summary/printed-html');
  return wholeText(await madeBeside('Making the file', printedHtml(summary)));
}

function wholeText(made: Result<string | undefined>): Result<string> {
  if (!made.ok) return made;
  return made.value === undefined ? refuse('Cancelled. Nothing was saved.') : ok(made.value);
}

function sentInput(
  { summary: { seal } }: SummaryMail,
  { eml, messageId }: { readonly eml: string; readonly messageId: string },
  { to, cc = [] }: Pick<SummaryMail['envelope'], 'to' | 'cc'>,
  subsystem: Slug | undefined,
): SentInput {
  return {
    form: 'eml',
    messageId,
    to: to.map(written),
    ...(cc.length === 0 ? {} : { cc: cc.map(written) }),
    sha256: sha256Of(eml),
    ...(subsystem === undefined ? {} : { subsystem }),
    // what is recorded between saving and sending is not in it
    ...(seal === undefined ? {} : { upTo: seal.upTo }),
    ...(seal?.covers === undefined ? {} : { covers: seal.covers }),
  };
}

/** Gives the HTML form to the shell, which sets it where nothing can run: as a PDF that is traceable, or for a printer. */
export async function printSummary(to: 'pdf' | 'printer'): Promise<void> {
  const mail = await madeSummary();
  if (mail === undefined) return;
  const html = to === 'pdf' ? await textToPrint(mail) : await textIn('html', mail);
  if (!sayIfRefused(html)) return;
  const printed = await ask('file-save', {
    html: html.value,
    to,
    suggestedName: `${fileNameOf(mail.summary.title)}.pdf`,
  });
  if (!sayIfRefused(printed) || printed.value === undefined) return;
  say(printed.value.path === '' ? 'Given to the printer.' : `Saved as PDF: ${printed.value.path}`);
}

/** Saving is not sending: only a person knows that a mail went out, and from then on its list window runs. */
function tellSaved(what: string, mails: readonly SentInput[]): void {
  const them = mails.length === 1 ? 'When it has gone out' : 'When they have gone out';
  showNotice({
    tone: 'info',
    text: `${what} ${them}, say so: calls are tentative until the list window ends.`,
    action: { title: mails.length === 1 ? 'It was sent' : 'They were sent', command: 'summary.sent', input: mails },
  });
}

function written(mailbox: SummaryMail['envelope']['to'][number]): string {
  return typeof mailbox === 'string' ? mailbox : mailbox.address;
}
