import { sha256Of } from '../../shared/record/sha256';
import { decideSent, type SentInput } from '../../shared/session/sent';
import type { Envelope } from '../../shared/summary/eml';
import { ask } from '../bridge/bridge';
import { chooseSummary, say, sayIfRefused, showNotice } from '../store/screen';
import type { SummaryChoices } from '../store/state';
import type { SummaryMail } from '../store/summary-mail';
import { getState } from '../store/store';
import { command, commandWith, type Condition } from './command';
import { fileNameOf } from './file-name';
import { record } from './recording';

/** Its keys are the Summary's; from elsewhere it is found by name. */
const SUMMARY: Condition = { session: true, views: ['summary'], modes: ['NORMAL'], layer: false };

/** The summary and its mail are loaded when somebody wants them. */
async function made() {
  const { summaryMail } = await import('../store/summary-mail');
  return summaryMail(getState());
}

/** Saving is not sending: only a person knows that a mail went out, and from then on its list window runs. */
function tellSaved(path: string, text: string, { envelope }: SummaryMail): void {
  const messageId = /^Message-ID:\s+<([^>]+)>/m.exec(text)?.[1];
  const { open } = getState();
  if (messageId === undefined || open?.readOnly !== false) {
    say(`Saved the mail: ${path}`);
    return;
  }
  const { cc = [] } = envelope;
  const input: SentInput = {
    form: 'eml',
    messageId,
    to: envelope.to.map(written),
    ...(cc.length === 0 ? {} : { cc: cc.map(written) }),
    sha256: sha256Of(text),
  };
  showNotice({
    tone: 'info',
    text: `Saved the mail: ${path}. When it has gone out, say so: calls are tentative until its list window ends.`,
    action: { title: 'It was sent', command: 'summary.sent', input },
  });
}

function written(mailbox: Envelope['to'][number]): string {
  return typeof mailbox === 'string' ? mailbox : mailbox.address;
}

export const summaryCommands = {
  'summary.sent': commandWith<SentInput>({
    title: 'Record that a summary was sent',
    section: 'Session',
    when: { session: true, writable: true },
    run: async (input) => {
      if (await record((session, env) => decideSent(session, input, env))) showNotice(undefined);
    },
  }),
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
      if (sayIfRefused(saved) && saved.value !== undefined) tellSaved(saved.value.path, text.value, mail);
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
