import type { Id } from '../../shared/record/ids';
import {
  decideAdjourn,
  decideAmendSession,
  meetingOf,
  type MeetingChanges,
  type MeetingInput,
} from '../../shared/session/meeting';
import { deleteOpenSession } from '../store/delete-session';
import { draftKey, typedText } from '../store/drafts';
import { act } from '../store/record';
import { closeOverlay, noticeIfRefused, openOverlay, say, sayIfRefused, showNotice } from '../store/screen';
import { createSession, openSession } from '../store/session-acts';
import { getState } from '../store/store';
import { command, commandWith } from './command';

export const sessionCommands = {
  'session.new': command<{ readonly from?: MeetingInput }>({
    title: 'New session',
    section: 'Session',
    keys: ['$mod+n'],
    whileTyping: true,
    when: { completing: false },
    line: 'new',
    run: (input) => {
      const from = input?.from;
      openOverlay({ kind: 'new-session', ...(from === undefined ? {} : { from }) });
    },
  }),
  'session.create': commandWith<MeetingInput>({
    title: 'Create a session',
    section: 'Session',
    run: async (input, context) => {
      const begun = getState().overlays.find((overlay) => overlay.kind === 'new-session');
      if (!sayIfRefused(await createSession(input))) return;
      closeOverlay('new-session');
      say(`Opened "${input.title}".`);
      if (begun?.mails !== undefined) await context.run('mail.take-in', begun.mails);
      if (begun?.then !== undefined) await context.run('file.drop', begun.then);
    },
  }),
  'session.open': commandWith<Id>({
    title: 'Open a session',
    section: 'Session',
    run: async (id) => {
      await openSession(id);
    },
  }),
  'session.show-taken': commandWith<Id>({
    title: 'Show a session that was taken in meanwhile',
    section: 'Session',
    run: async (id) => {
      showNotice(undefined);
      await openSession(id);
    },
  }),
  'session.edit': command({
    title: 'Change title, question, place, chair',
    section: 'Session',
    when: { session: true, writable: true },
    run: () => {
      openOverlay({ kind: 'session' });
    },
  }),
  'session.amend': commandWith<MeetingChanges>({
    title: 'Amend the session',
    section: 'Session',
    when: { session: true, writable: true },
    run: async (changes) => {
      const { open } = getState();
      const from = open === undefined ? undefined : typedText(draftKey.session(open.id));
      if (!sayIfRefused(await act((session, env) => decideAmendSession(session, changes, env), from))) return;
      closeOverlay('session');
      say('Changed the session.');
    },
  }),
  'session.adjourn': command({
    title: 'Adjourn the session',
    section: 'Session',
    when: { session: true, writable: true },
    line: 'adjourn',
    run: async () => {
      if (sayIfRefused(await act(decideAdjourn))) say('Adjourned. Undo takes it back.');
    },
  }),
  'session.delete': command({
    title: 'Delete this session',
    section: 'Session',
    when: { session: true, writable: true },
    line: 'delete',
    run: () => {
      const { open } = getState();
      const meeting = open && meetingOf(open.session);
      if (open === undefined) return;
      openOverlay({
        kind: 'confirm',
        title: 'Delete this session',
        text: `"${meeting?.title ?? open.id}" goes from the list. Its record waits in the folder deleted/ and comes back whole when that file is opened. Mails of its thread go: they are taken in again from their files.`,
        yes: 'Delete it',
        command: 'session.delete-now',
        input: open.id,
      });
    },
  }),
  'session.delete-now': commandWith<Id>({
    title: 'Delete a session',
    section: 'Session',
    when: { session: true, writable: true },
    run: async (id) => {
      const deleted = await deleteOpenSession(id);
      if (!noticeIfRefused(deleted)) return;
      showNotice({
        tone: 'info',
        text: 'The session is deleted. Open its file to bring it back.',
        detail: [deleted.value],
        action: { title: 'Bring it back', command: 'session.restore', input: deleted.value },
      });
    },
  }),
  'session.restore': commandWith<string>({
    title: 'Bring back a deleted session',
    section: 'Session',
    run: async (file, context) => {
      showNotice(undefined);
      await context.run('file.announced', file);
    },
  }),
} as const;
