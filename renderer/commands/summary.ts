import { decideAllSent, type SentInput } from '../../shared/session/sent';
import { ask } from '../bridge/bridge';
import { lockSession, unlockSession } from '../store/lock';
import { chooseSummary, say, sayIfRefused, showNotice } from '../store/screen';
import type { SummaryChoices } from '../store/summary-choices';
import { getState } from '../store/store';
import { command, commandWith, type Command, type Condition } from './command';
import { record } from './recording';
import { madeSummary, printSummary, saveForm, SAVED_FORMS, type SavedForm } from './summary-forms';

/** Its keys are the Summary's; from elsewhere it is found by name. */
const SUMMARY: Condition = { session: true, views: ['summary'], modes: ['NORMAL'], layer: false };

function saving(form: SavedForm): Command<undefined> {
  return command({
    title: `Save the summary as ${SAVED_FORMS[form].title}`,
    section: 'Session',
    when: { session: true },
    run: () => saveForm(form),
  });
}

export const summaryCommands = {
  'summary.sent': commandWith<readonly SentInput[]>({
    title: 'Record that a summary was sent',
    section: 'Session',
    when: { session: true, writable: true },
    run: async (mails) => {
      if (!(await record((session, env) => decideAllSent(session, mails, env)))) return;
      showNotice({
        tone: 'info',
        text: 'The summary is recorded as sent. The record can be locked, so that the mail stays true of it.',
        action: { title: 'Lock the record', command: 'session.lock' },
      });
    },
  }),
  'summary.copy': command({
    title: 'Copy the summary mail',
    section: 'Session',
    keys: ['y'],
    when: SUMMARY,
    run: async () => {
      const mail = await madeSummary();
      if (mail === undefined) return;
      if (sayIfRefused(await ask('clipboard-write', { text: mail.body }))) say('Copied the mail.');
    },
  }),
  'summary.save-eml': command({
    title: 'Save the summary mail as a file',
    section: 'Session',
    keys: ['w'],
    when: SUMMARY,
    run: () => saveForm('eml'),
  }),
  'summary.save-mutt': saving('mutt'),
  'summary.save-send-email': saving('send-email'),
  'summary.save-mbox': saving('mbox'),
  'summary.save-md': saving('md'),
  'summary.save-html': saving('html'),
  'summary.save-csv': saving('csv'),
  'summary.save-json': saving('json'),
  'summary.save-pdf': command({
    title: 'Save the summary as PDF',
    section: 'Session',
    when: { session: true },
    run: () => printSummary('pdf'),
  }),
  'summary.print': command({
    title: 'Print the summary',
    section: 'Session',
    keys: ['p', '$mod+p'],
    when: SUMMARY,
    run: () => printSummary('printer'),
  }),
  'summary.mail': command({
    title: 'Open the summary in the mail program',
    section: 'Session',
    keys: ['m'],
    when: SUMMARY,
    run: async () => {
      const mail = await madeSummary();
      if (mail === undefined) return;
      const { mailtoOf } = await import('../store/summary-mail');
      const mailto = mailtoOf(mail);
      if (!sayIfRefused(mailto)) return;
      const opened = await ask('mail-open', mailto.value);
      if (!sayIfRefused(opened)) return;
      const body = opened.value.bodyOnClipboard
        ? 'Its text is too long for that and is on the clipboard: paste it. '
        : '';
      say(`Opened in the mail program. ${body}Only the saved file keeps the thread.`);
    },
  }),
  'summary.choose': commandWith<Partial<SummaryChoices>>({
    title: 'Choose what the summary holds',
    section: 'Session',
    run: (choices) => {
      chooseSummary(choices);
    },
  }),
  'summary.answer': commandWith<string>({
    title: 'Choose the message that the summary answers',
    section: 'Session',
    when: { session: true },
    run: async (id) => {
      const { mails, settings } = getState();
      const mail = mails?.byId.get(id)?.mail;
      if (mail === undefined) return;
      const { answerTo } = await import('../../shared/summary/reply');
      const { typedMailbox } = await import('../../shared/summary/mailbox');
      const { reply, to, cc } = answerTo(mail, settings.me?.address);
      const typed = (all: typeof to): string => all.map(typedMailbox).join(', ');
      chooseSummary({ reply, to: typed(to), cc: typed(cc) });
    },
  }),
  'session.lock': command({
    title: 'Lock the record',
    section: 'Session',
    when: { session: true, writable: true },
    line: 'lock',
    run: async () => {
      const locked = await lockSession();
      if (!sayIfRefused(locked)) return;
      showNotice(undefined);
      say(`Locked at ${String(locked.value.lines)} lines. gavel check --mail proves that a mail is of it.`);
    },
  }),
  'session.unlock': command({
    title: 'Unlock the record',
    section: 'Session',
    when: { session: true },
    line: 'unlock',
    run: async () => {
      if (sayIfRefused(await unlockSession())) say('The record takes entries again.');
    },
  }),
} as const;
