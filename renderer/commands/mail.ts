import type { MailEvidence } from '../../shared/record/entry';
import type { Id } from '../../shared/record/ids';
import { refusalText } from '../../shared/result';
import { meetingOf, type MeetingInput } from '../../shared/session/meeting';
import { decidePin, evidenceOf } from '../../shared/session/pins';
import { positionOf } from '../../shared/session/positions';
import type { FirstMessage } from '../../shared/thread/first-message';
import { countStrangers } from '../store/authors';
import type { ListedMail } from '../store/listed-mail';
import { searchMails, shownNodes } from '../store/mail-search';
import { loadMails, quoted, readLines, selectMail, takeInMails } from '../store/mails';
import { noticeIfRefused, openOverlay, say, sayIfRefused, sayWhyNot, showNotice, showView } from '../store/screen';
import type { MailFile } from '../store/overlay';
import { getState } from '../store/store';
import { cancelWork, isWorking } from '../store/work';
import { command, commandWith, type Command, type Condition } from './command';
import { record } from './recording';
import { cellOf } from './stance';

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

async function takeIn({ name, files }: MailFile): Promise<void> {
  const taken = await takeInMails(name, files);
  if (!noticeIfRefused(taken)) return;
  if (taken.value === undefined) {
    say(`${name}: cancelled. Nothing of it was taken in.`);
    return;
  }
  const { added, known, conflicts, notices } = taken.value;
  const words = `${name}: ${String(added)} new ${added === 1 ? 'mail' : 'mails'}, ${String(known)} known already.${await strangersInWords()}`;
  const odd = [
    ...conflicts.map((id) => `Another text came under the Message-ID <${id}>: both are kept.`),
    ...notices.map(refusalText),
  ];
  if (odd.length === 0) say(words);
  else showNotice({ tone: 'info', text: words, detail: odd });
}

function showEvidence(evidence: MailEvidence): void {
  selectMail(evidence.message, evidence);
  showView('thread');
}

/** How many wrote who are no participants, and the way to them. */
async function strangersInWords(): Promise<string> {
  const strangers = await countStrangers();
  return strangers === 0 ? '' : ` ${String(strangers)} who wrote are no participants: :authors adds them.`;
}

const THREAD: Condition = { session: true, views: ['thread'], modes: ['NORMAL'], layer: false };

/** Lines of a mail, from 1, both counted. */
interface Quoted {
  readonly mail: ListedMail;
  readonly from: number;
  readonly to: number;
}

function mover(title: string, keys: readonly string[], by: number): Command<undefined> {
  return command({
    title,
    section: 'Go',
    moves: true,
    keys,
    when: THREAD,
    run: () => {
      const { mails, mailSearch, selection } = getState();
      const nodes = mails === undefined ? [] : shownNodes(mails, mailSearch?.hits);
      const at = nodes.findIndex(({ id }) => id === selection.mail);
      const next = Math.max(0, Math.min(nodes.length - 1, at === -1 ? 0 : at + by));
      selectMail(nodes[next]?.id);
    },
  });
}

export const mailCommands = {
  /** Mails were opened: they go to the session whose thread they are of, or begin a new one. */
  'mail.opened': commandWith<MailFile & { readonly start: Uint8Array }>({
    title: 'Open mails',
    section: 'File',
    run: async ({ name, files, start }) => {
      const { open, view } = getState();
      if (open !== undefined && !open.readOnly && view === 'thread') return takeIn({ name, files });
      // the reader of mails is loaded when there is a mail to read
      const { readFirstMessage } = await import('../../shared/thread/first-message');
      const first = await readFirstMessage(name, start);
      if (!noticeIfRefused(first)) return;
      if (isOfOpenThread(first.value)) await takeIn({ name, files });
      else openOverlay({ kind: 'new-session', from: meetingFrom(first.value), mails: { name, files } });
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
  'mail.load': command({
    title: 'Read the thread again',
    section: 'Go',
    when: { session: true },
    run: loadMails,
  }),
  'mail.next': mover('Next mail', ['j', 'ArrowDown', 'n'], 1),
  'mail.previous': mover('Previous mail', ['k', 'ArrowUp', 'Shift+n'], -1),
  'mail.page-down': mover('Ten mails on', ['PageDown', '$mod+d'], 10),
  'mail.page-up': mover('Ten mails back', ['PageUp', '$mod+u'], -10),
  'mail.first': mover('First mail', ['g g', 'Home'], -Infinity),
  'mail.last': mover('Last mail', ['Shift+g', 'End'], Infinity),
  'mail.read': command({
    title: 'Choose lines of the mail',
    section: 'Go',
    keys: ['Enter'],
    when: THREAD,
    run: () => {
      readLines(true);
    },
  }),
  'mail.leave': command({
    title: 'Back to the thread',
    section: 'Go',
    when: { session: true, views: ['thread'] },
    run: () => {
      readLines(false);
    },
  }),
  'mail.evidence': command({
    title: 'Show the mail that the position rests on',
    section: 'Go',
    keys: ['v'],
    when: { session: true, views: ['live', 'matrix'], modes: ['NORMAL'], layer: false },
    run: () => {
      const state = getState();
      const cell = cellOf(state);
      const position =
        state.open === undefined || cell === undefined
          ? undefined
          : positionOf(state.open.session, cell.who, cell.subsystem);
      const mail =
        state.open === undefined || position === undefined
          ? undefined
          : evidenceOf(state.open.session, position.entry, position.history).find((item) => 'message' in item);
      if (mail === undefined) {
        sayWhyNot({ message: 'No mail stands behind that.' });
        return;
      }
      showEvidence(mail);
    },
  }),
  'mail.show': commandWith<MailEvidence>({
    title: 'Show the lines of a mail',
    section: 'Go',
    when: { session: true },
    run: showEvidence,
  }),
  'mail.find': command({
    title: 'Search the thread',
    section: 'View',
    keys: ['/'],
    when: THREAD,
    run: () => {
      sayIfRefused(searchMails(getState().mailSearch?.typed ?? ''));
    },
  }),
  'mail.search': commandWith<string | undefined>({
    title: 'Show only mails that hold these words',
    section: 'View',
    run: (typed) => {
      sayIfRefused(searchMails(typed));
    },
  }),
  'mail.pin': commandWith<Quoted & { readonly blank: boolean }>({
    title: 'Pin lines of a mail',
    section: 'Record',
    when: { session: true, writable: true },
    run: ({ mail, from, to, blank }) => {
      if (blank) sayWhyNot({ message: 'Nothing stands there to be pinned. Choose lines with words.' });
      else openOverlay({ kind: 'pin', mail, from, to });
    },
  }),
  'mail.pin-to': commandWith<Quoted & { readonly id: Id }>({
    title: 'Pin lines of a mail to an entry',
    section: 'Record',
    when: { session: true, writable: true },
    run: async ({ mail, from, to, id }) => {
      const evidence = await quoted(mail, from, to);
      await record((session, env) => decidePin(session, { to: id, evidence }, env), { close: 'pin' });
    },
  }),
  'mail.select': commandWith<string | undefined>({
    title: 'Show a mail of the thread',
    section: 'Go',
    run: (mail) => {
      selectMail(mail);
    },
  }),
} as const;
