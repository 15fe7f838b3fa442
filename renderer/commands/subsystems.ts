import type { Slug } from '../../shared/record/ids';
import { decideResume, deferred } from '../../shared/session/agenda';
import { decideSubsystem, decideTurnTo, type SubsystemInput } from '../../shared/session/subsystems';
import { draftKey } from '../store/drafts';
import { openOverlay, sayWhyNot } from '../store/screen';
import { getState } from '../store/store';
import { command, commandWith, type Condition } from './command';
import { record } from './recording';

const WRITES: Condition = { session: true, writable: true };

export const subsystemCommands = {
  'subsystem.add': command({
    title: 'Add a subsystem',
    section: 'Session',
    keys: ['$mod+t'],
    whileTyping: true,
    when: WRITES,
    run: () => {
      openOverlay({ kind: 'subsystem' });
    },
  }),
  'subsystem.keep': commandWith<SubsystemInput>({
    title: 'Add or amend a subsystem',
    section: 'Session',
    when: WRITES,
    run: async (input) => {
      const { open } = getState();
      const from = open === undefined ? undefined : draftKey.subsystem(open.id);
      await record((session, env) => decideSubsystem(session, input, env), { from, close: 'subsystem' });
    },
  }),
  'subsystem.resume': command<Slug>({
    title: 'Resume a deferred subsystem',
    section: 'Record',
    when: WRITES,
    line: 'resume',
    run: async (named) => {
      const { open, selection } = getState();
      const waiting = open === undefined ? [] : deferred(open.session).map(({ slug }) => slug);
      const slug = named ?? waiting.find((each) => each === selection.subsystem) ?? waiting[0];
      if (slug === undefined) sayWhyNot({ message: 'No subsystem is deferred.' });
      else await record((session, env) => decideResume(session, slug, env));
    },
  }),
  'subsystem.turn-to': command<Slug>({
    title: 'Turn the room to this subsystem',
    section: 'Record',
    keys: ['Shift+t'],
    when: { ...WRITES, views: ['live', 'matrix'], modes: ['NORMAL'], layer: false },
    run: async (named) => {
      const slug = named ?? getState().selection.subsystem;
      if (slug === undefined) sayWhyNot({ message: 'No subsystem is selected.' });
      else await record((session, env) => decideTurnTo(session, slug, env));
    },
  }),
} as const;
