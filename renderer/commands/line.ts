import { nearStance, stanceOf } from '../../shared/capture/stances';
import type { PositionStance } from '../../shared/record/entry';
import type { Handle, Slug } from '../../shared/record/ids';
import { lineContext } from '../store/entry-line';
import { everybody } from '../store/everybody';
import { openOverlay, sayWhyNot, setMode } from '../store/screen';
import { openSession } from '../store/session-acts';
import { getState } from '../store/store';
import { commandWith } from './command';
import { record } from './recording';
import { changingTo, decideStance } from './stance';

/** `:e TITLE`: the session whose title begins so. */
async function openTitled(title: string): Promise<void> {
  if (title === '') {
    sayWhyNot({ message: 'Which session? Type :e and how its title begins.' });
    return;
  }
  const wanted = title.toLowerCase();
  const found = getState().sessions.find((row) => row.title.toLowerCase().startsWith(wanted));
  if (found === undefined) sayWhyNot({ message: `No session is called "${title}".` });
  else await openSession(found.id);
}

/** `:set-all STANCE`: for everybody on the open subsystem, which a typed line refuses. It says for how many, and asks. */
function askSetAll(typed: string): void {
  const state = getState();
  const stance = stanceOf(typed);
  const subsystem = lineContext(state).open;
  const people = state.open === undefined ? [] : everybody(state.open.session).map(({ handle }) => handle);
  if (stance === undefined) {
    const near = nearStance(typed);
    sayWhyNot({
      message: `No stance "${typed}".${near === undefined ? '' : ` Did you mean ${near}?`}`,
      expected: 'std, usr, pass, abs or none',
    });
  } else if (subsystem === undefined || people.length === 0) {
    sayWhyNot({ message: 'There is no subsystem with people here.' });
  } else {
    const { length: of } = people;
    const { length: changing } =
      state.open === undefined ? [] : changingTo(state.open.session, people, subsystem, stance);
    openOverlay({
      kind: 'confirm',
      title: 'One stance for everybody?',
      text: `Records ${stance} for ${String(changing)} of ${String(of)} people on #${subsystem}, as one act. Undo takes it back.`,
      yes: 'Record',
      command: 'line.set-all',
      input: { stance, subsystem, people },
    });
  }
}

export const lineCommands = {
  'line.run': commandWith<string>({
    title: 'Run a line',
    section: 'Go',
    run: async (line, { run, meant }) => {
      setMode('NORMAL');
      const [, word = '', rest = ''] = /^\s*:?\s*(\S+)\s*(.*?)\s*$/.exec(line) ?? [];
      if (word === 'e') await openTitled(rest);
      else if (word === 'replay' && rest !== '') await run('replay.to-time', rest);
      else if (word === 'set-all') askSetAll(rest);
      else if (word !== '') {
        const id = meant(rest === '' ? word : `${word} ${rest}`);
        if (id === undefined) sayWhyNot({ message: `No command "${word}". Find or run lists them all.` });
        else await run(id);
      }
    },
  }),
  'line.set-all': commandWith<{
    readonly stance: PositionStance;
    readonly subsystem: Slug;
    readonly people: readonly Handle[];
  }>({
    title: 'Record one stance for everybody',
    section: 'Record',
    when: { session: true, writable: true },
    run: async ({ stance, subsystem, people }) => {
      await record(decideStance(people, subsystem, stance));
    },
  }),
} as const;
