import type { Draft, Entry } from '../../shared/record/entry';
import { ownFields } from '../../shared/record/fields';
import type { Handle } from '../../shared/record/ids';
import { ok, type Result } from '../../shared/result';
import { enter } from '../../shared/session/enter';
import { decideParticipant, decideSame, personOf, type PersonInput } from '../../shared/session/people';
import type { Outsider } from '../../shared/session/address-book';
import { decideNewcomers } from '../../shared/session/newcomers';
import { decidePerhapsSame, placeOf, type PerhapsSame } from '../../shared/session/perhaps-same';
import { decideDismiss } from '../../shared/session/suggestions';
import { draftKey } from '../store/drafts';
import { loadMails } from '../store/mails';
import type { Decide } from '../store/record';
import { openOverlay, say, sayWhyNot, showNotice } from '../store/screen';
import { keepMailmap } from '../store/same-people';
import { getState } from '../store/store';
import { command, commandWith, type Condition } from './command';
import { readPeople } from './people-list';
import { record } from './recording';

const WRITES: Condition = { session: true, writable: true };

/** Adds everybody on a pasted list as one act; who is here by address is amended. */
function decidePeople(text: string): Decide {
  return (session, env): Result<readonly Entry[]> => {
    const read = readPeople(session, text);
    if (!read.ok) return read;
    const drafts = read.value.map((input): Draft => {
      const current = personOf(session, input.who).entry;
      return current === undefined
        ? { kind: 'participant-added', ...input }
        : { ...ownFields(current), ...input, kind: 'participant-amended', who: current.who };
    });
    return ok(enter(session, drafts, env));
  };
}

export const peopleCommands = {
  'people.edit': command({
    title: 'Add participants',
    section: 'Session',
    when: WRITES,
    line: 'people',
    run: () => {
      openOverlay({ kind: 'people' });
    },
  }),
  'people.add-list': commandWith<string>({
    title: 'Add a list of participants',
    section: 'Session',
    when: WRITES,
    run: async (text) => {
      const { open } = getState();
      const from = open === undefined ? undefined : draftKey.people(open.id);
      await record(decidePeople(text), { from, close: 'people' });
    },
  }),
  'people.from-thread': command({
    title: 'Add participants from the thread',
    section: 'Session',
    when: WRITES,
    line: 'authors',
    run: async () => {
      await loadMails();
      if (getState().mails?.nodes.length === 0) sayWhyNot({ message: 'There is no mail in the thread yet.' });
      else openOverlay({ kind: 'authors' });
    },
  }),
  'people.add-authors': commandWith<readonly Outsider[]>({
    title: 'Add those who wrote',
    section: 'Session',
    when: WRITES,
    run: async (outsiders) => {
      await record((session, env) => decideNewcomers(session, outsiders, env), { close: 'authors' });
    },
  }),
  'people.mailmap': commandWith<{ readonly name: string; readonly bytes: Uint8Array }>({
    title: 'Open a .mailmap',
    section: 'File',
    run: async ({ name, bytes }) => {
      const { parseMailmap } = await import('../../shared/thread/mailmap');
      const mailmap = parseMailmap(new TextDecoder().decode(bytes));
      if (mailmap.size === 0) {
        showNotice({ tone: 'error', text: `${name}: no line of it says whose an address is.` });
        return;
      }
      keepMailmap(mailmap);
      say(`${name} knows ${String(mailmap.size)} addresses. Review shows who may be one person.`);
    },
  }),
  'people.perhaps-same': commandWith<PerhapsSame>({
    title: 'Confirm that two are one person',
    section: 'Session',
    when: WRITES,
    run: async (proposal) => {
      await record((session, env) => decidePerhapsSame(session, proposal, env));
    },
  }),
  'people.not-same': commandWith<PerhapsSame>({
    title: 'Two are not one person',
    section: 'Session',
    when: WRITES,
    run: async (proposal) => {
      await record((session, env) => decideDismiss(session, placeOf(proposal), env));
    },
  }),
  'people.keep': commandWith<PersonInput>({
    title: 'Add or amend a participant',
    section: 'Session',
    when: WRITES,
    run: async (input) => {
      await record((session, env) => decideParticipant(session, input, env));
    },
  }),
  'people.same': commandWith<readonly Handle[]>({
    title: 'These are one person',
    section: 'Session',
    when: WRITES,
    run: async (handles) => {
      await record((session, env) => decideSame(session, handles, env));
    },
  }),
} as const;
