import type { Handle } from '../../shared/record/ids';
import { decideAttendance, type Attendance } from '../../shared/session/attendance';
import { openOverlay } from '../store/screen';
import { command, commandWith, type Condition } from './command';
import { record } from './recording';

const WRITES: Condition = { session: true, writable: true };

export const attendanceCommands = {
  'people.attendance': command({
    title: 'Attendance: present, left, regrets',
    section: 'Session',
    when: WRITES,
    line: 'attendance',
    run: () => {
      openOverlay({ kind: 'attendance' });
    },
  }),
  'people.attend': commandWith<{ readonly who: readonly Handle[]; readonly state: Attendance }>({
    title: 'Note attendance',
    section: 'Session',
    when: WRITES,
    run: async (input) => {
      await record((session, env) => decideAttendance(session, input, env));
    },
  }),
} as const;
