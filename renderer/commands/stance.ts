import type { Draft, Entry, PositionStance, Stance } from '../../shared/record/entry';
import type { Handle, Slug } from '../../shared/record/ids';
import { ok, refuse, type Result } from '../../shared/result';
import { enter } from '../../shared/session/enter';
import { decideRevisePosition, positionOf } from '../../shared/session/positions';
import type { Session } from '../../shared/session/session';
import { draftKey } from '../store/drafts';
import type { Decide } from '../store/record';
import { openOverlay, sayWhyNot } from '../store/screen';
import { setTags } from '../store/select';
import type { State } from '../store/state';
import { getState } from '../store/store';
import { command, commandWith, type Command, type Condition } from './command';
import { record } from './recording';

/** Where positions are set with a key. */
const ROWS: Condition = { session: true, writable: true, views: ['live', 'matrix'], modes: ['NORMAL'], layer: false };

export interface Cell {
  readonly who: Handle;
  readonly subsystem: Slug;
}

/** The cell that is selected, or whose it is where a view names it. */
export function cellOf({ selection }: State, named: Partial<Cell> = {}): Cell | undefined {
  const who = named.who ?? selection.who;
  const subsystem = named.subsystem ?? selection.subsystem;
  return who === undefined || subsystem === undefined ? undefined : { who, subsystem };
}

export function sayNoRow(): void {
  sayWhyNot({ message: 'Nobody is selected. Go to a row, or type @who in the quick entry.' });
}

/** Who of some people doesn't hold a stance yet. */
export function changingTo(
  session: Session,
  people: readonly Handle[],
  subsystem: Slug,
  stance: PositionStance,
): readonly Handle[] {
  return people.filter((who) => (positionOf(session, who, subsystem)?.stance ?? 'none') !== stance);
}

/**
 * Several people take one stance, as one act. A position restates everything, so another stance drops the rationale and
 * the conditions of the one before; who holds it already is left as they are.
 */
export function decideStance(people: readonly Handle[], subsystem: Slug, stance: PositionStance): Decide {
  return (session, env): Result<readonly Entry[]> => {
    const drafts = changingTo(session, people, subsystem, stance).map((who): Draft => ({
      kind: 'position-taken',
      who,
      subsystem,
      stance,
    }));
    return drafts.length === 0 ? refuse('That is what stands already.') : ok(enter(session, drafts, env));
  };
}

async function takeStance(stance: PositionStance, named?: Partial<Cell>): Promise<void> {
  const state = getState();
  const cell = cellOf(state, named);
  const { tagged } = state.selection;
  const people = named?.who === undefined && tagged.length > 0 ? tagged : cell === undefined ? [] : [cell.who];
  const subsystem = cell?.subsystem ?? state.selection.subsystem;
  if (people.length === 0 || subsystem === undefined) {
    sayNoRow();
    return;
  }
  const done = await record(decideStance(people, subsystem, stance));
  if (done && people === tagged) setTags([]);
}

function stanceCommand(title: string, key: string, stance: PositionStance): Command<Partial<Cell> | undefined> {
  return command<Partial<Cell>>({
    title,
    section: 'Record',
    keys: [key],
    when: ROWS,
    run: (named) => takeStance(stance, named),
  });
}

export const stanceCommands = {
  'record.standard': stanceCommand('Standard required', '1', 'standard-required'),
  'record.userspace': stanceCommand('Userspace allowed', '2', 'userspace-allowed'),
  'record.passthrough': stanceCommand('Passthrough for niche use', '3', 'passthrough-niche'),
  'record.abstain': stanceCommand('Abstain', '4', 'abstain'),
  'record.clear': stanceCommand('Clear the position', '0', 'none'),
  'record.stance': commandWith<Partial<Cell> & { readonly stance: PositionStance }>({
    title: 'Record a stance',
    section: 'Record',
    when: { session: true, writable: true },
    run: ({ stance, ...named }) => takeStance(stance, named),
  }),
  'record.who-cannot': command<{ readonly subsystem?: Slug }>({
    title: 'Who can’t live with ...',
    section: 'Go',
    keys: ['w'],
    when: { session: true, views: ['live', 'matrix'], modes: ['NORMAL'], layer: false },
    line: 'who',
    run: (named) => {
      const subsystem = named?.subsystem ?? getState().selection.subsystem;
      if (subsystem === undefined) sayWhyNot({ message: 'No subsystem is selected.' });
      else openOverlay({ kind: 'living', subsystem });
    },
  }),
  'record.lives-with': commandWith<Cell & { readonly stance: Stance }>({
    title: 'Record that somebody can live with a stance',
    section: 'Record',
    when: { session: true, writable: true },
    run: async ({ stance, ...cell }) => {
      await record((session, env) => {
        const held = positionOf(session, cell.who, cell.subsystem)?.livesWith ?? [];
        return decideRevisePosition(session, { ...cell, livesWith: [...held, stance] }, env);
      });
    },
  }),
  'record.rationale': command<Partial<Cell>>({
    title: 'Edit the rationale',
    section: 'Record',
    keys: ['e'],
    when: ROWS,
    run: (named) => {
      const cell = cellOf(getState(), named);
      if (cell === undefined) sayNoRow();
      else openOverlay({ kind: 'rationale', ...cell });
    },
  }),
  'record.keep-rationale': commandWith<
    Cell & { readonly rationale?: string; readonly conditions?: readonly string[]; readonly stance?: PositionStance }
  >({
    title: 'Record a rationale',
    section: 'Record',
    when: { session: true, writable: true },
    run: async ({ who, subsystem, rationale, conditions = [], stance }) => {
      const { open } = getState();
      if (open === undefined) return;
      const words = {
        rationale: rationale === undefined || rationale.trim() === '' ? undefined : rationale.trim(),
        conditions: conditions.length === 0 ? undefined : conditions,
        ...(stance === undefined ? {} : { stance }),
      };
      const from = draftKey.rationale(open.id, who, subsystem);
      await record((session, env) => decideRevisePosition(session, { who, subsystem, ...words }, env), {
        from,
        close: 'rationale',
      });
    },
  }),
} as const;
