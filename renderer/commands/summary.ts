import { ask } from '../bridge/bridge';
import { chooseSummary, say, sayIfRefused } from '../store/screen';
import type { SummaryChoices } from '../store/state';
import { getState } from '../store/store';
import { command, commandWith, type Condition } from './command';
import { fileNameOf } from './file-name';

/** Its keys are the Summary's; from elsewhere it is found by name. */
const SUMMARY: Condition = { session: true, views: ['summary'], modes: ['NORMAL'], layer: false };

/** The summary and its mail are loaded when somebody wants them. */
async function made() {
  const { summaryMail } = await import('../store/summary-mail');
  return summaryMail(getState());
}

export const summaryCommands = {
  'summary.copy': command({
    title: 'Copy the summary mail',
    section: 'Session',
    keys: ['y'],
    when: SUMMARY,
    run: async () => {
      const mail = await made();
      if (mail === undefined) return;
      if (sayIfRefused(await ask('clipboard-write', { text: mail.body }))) say('Copied the mail.');
    },
  }),
  'summary.save-eml': command({
    title: 'Save the summary mail as a file',
    section: 'Session',
    keys: ['w'],
    when: SUMMARY,
    run: async () => {
      const mail = await made();
      if (mail === undefined) return;
      const { emlText } = await import('../../shared/summary/eml');
      const text = emlText(mail.summary, mail.envelope);
      if (!sayIfRefused(text)) return;
      const suggestedName = `${fileNameOf(mail.summary.title)}.eml`;
      const saved = await ask('file-save', { suggestedName, text: text.value });
      if (sayIfRefused(saved) && saved.value !== undefined) say(`Saved the mail: ${saved.value.path}`);
    },
  }),
  'summary.mail': command({
    title: 'Open the summary in the mail program',
    section: 'Session',
    keys: ['m'],
    when: SUMMARY,
    run: async () => {
      const mail = await made();
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
} as const;
