import { decideAgenda, type Allotted } from '../../shared/session/agenda';
import { draftKey } from '../store/drafts';
import { openOverlay } from '../store/screen';
import { getState } from '../store/store';
import { command, commandWith, type Condition } from './command';
import { record } from './recording';

const WRITES: Condition = { session: true, writable: true };

export const agendaCommands = {
  'agenda.edit': command({
    title: 'Agenda: order and minutes',
    section: 'Session',
    when: WRITES,
    line: 'agenda',
    run: () => {
      openOverlay({ kind: 'agenda' });
    },
  }),
  'agenda.keep': commandWith<readonly Allotted[]>({
    title: 'Put the agenda in order',
    section: 'Session',
    when: WRITES,
    run: async (lines) => {
      const { open } = getState();
      const from = open === undefined ? undefined : draftKey.agenda(open.id);
      await record((session, env) => decideAgenda(session, lines, env), { from, close: 'agenda' });
    },
  }),
} as const;
