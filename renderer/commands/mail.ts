import { refusalText } from '../../shared/result';
import { meetingOf, type MeetingInput } from '../../shared/session/meeting';
import type { FirstMessage } from '../../shared/thread/first-message';
import { selectMail, takeInMails } from '../store/mails';
import { noticeIfRefused, openOverlay, say, showNotice } from '../store/screen';
import type { MailFile } from '../store/state';
import { getState } from '../store/store';
import { cancelWork, isWorking } from '../store/work';
import { command, commandWith } from './command';

/** What is begun by a mail: its title and its thread. */
function meetingFrom({ title, subject, messageId, references, list }: FirstMessage): MeetingInput {
  return {
    title,
    thread: {
      root: messageId,
      subject,
      ...(references.length === 0 ? {} : { references }),
      ...(list === undefined ? {} : { list }),
    },
  };
}

/** Whether mails that begin like this belong to the thread of the open session. */
function isOfOpenThread(first: FirstMessage): boolean {
  const { open } = getState();
  const root = open === undefined || open.readOnly ? undefined : meetingOf(open.session)?.entry.thread?.root;
  return root !== undefined && [first.messageId, ...first.references].includes(root);
}

async function takeIn({ name, file }: MailFile): Promise<void> {
  const taken = await takeInMails(name, file);
  if (!noticeIfRefused(taken)) return;
  if (taken.value === undefined) {
    say(`${name}: cancelled. Nothing of it was taken in.`);
    return;
  }
  const { added, known, conflicts, notices } = taken.value;
  const words = `${name}: ${String(added)} new ${added === 1 ? 'mail' : 'mails'}, ${String(known)} known already.`;
  const odd = [
    ...conflicts.map((id) => `Another text came under the Message-ID <${id}>: both are kept.`),
    ...notices.map(refusalText),
  ];
  if (odd.length === 0) say(words);
  else showNotice({ tone: 'info', text: words, detail: odd });
}

export const mailCommands = {
  /** Mails were opened: they go to the session whose thread they are of, or begin a new one. */
  'mail.opened': commandWith<MailFile & { readonly start: Uint8Array }>({
    title: 'Open mails',
    section: 'File',
    run: async ({ name, file, start }) => {
      const { open, view } = getState();
      if (open !== undefined && !open.readOnly && view === 'thread') return takeIn({ name, file });
      // the reader of mails is loaded when there is a mail to read
      const { readFirstMessage } = await import('../../shared/thread/first-message');
      const first = await readFirstMessage(name, start);
      if (!noticeIfRefused(first)) return;
      if (isOfOpenThread(first.value)) await takeIn({ name, file });
      else openOverlay({ kind: 'new-session', from: meetingFrom(first.value), mails: { name, file } });
    },
  }),
  'mail.take-in': commandWith<MailFile>({
    title: 'Take mails into the session’s thread',
    section: 'File',
    when: { session: true, writable: true },
    run: takeIn,
  }),
  'work.cancel': command({
    title: 'Stop reading a file',
    section: 'File',
    applies: isWorking,
    run: cancelWork,
  }),
  'mail.select': commandWith<string | undefined>({
    title: 'Show a mail of the thread',
    section: 'Go',
    run: selectMail,
  }),
} as const;
