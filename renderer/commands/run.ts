import type { State } from '../store/state';
import { readOnlyWords } from '../store/read-only';
import { sayWhyNot } from '../store/screen';
import { getState } from '../store/store';
import type { Command, Context } from './command';
import { holds } from './condition';
import { COMMANDS, isCommandId, registry, type CommandId, type InputOf } from './registry';

/** The input, where a command takes one; left out where it may be. */
type Given<K extends CommandId> = undefined extends InputOf<K> ? [input?: InputOf<K>] : [input: InputOf<K>];

/**
 * Runs a command: the only outlet of a view. Resolves when it is done; what is refused is said in the status line. A
 * command whose condition doesn't hold says so and does nothing.
 */
export function run<K extends CommandId>(id: K, ...[input]: Given<K>): Promise<void> {
  return runById(id, input);
}

/** The same for an id and an input that come as data: out of a menu, the palette, a question's answer. */
export async function runById(id: string, input?: unknown): Promise<void> {
  if (!isCommandId(id)) {
    sayWhyNot({ message: `There is no command ${id}.` });
    return;
  }
  // the input's type went with the id; what sends both has them from the registry
  const command = registry[id] as Command<unknown>;
  const why = hindrance(command, getState());
  if (why !== undefined) {
    sayWhyNot({ message: `${command.title}: ${why}` });
    return;
  }
  if (isRemembered(command)) used.splice(0, used.length, id, ...used.filter((other) => other !== id));
  try {
    await command.run(input, CONTEXT);
  } catch (error) {
    // a bug must not take the session with it: it is said, and told to whoever looks
    console.error(error);
    sayWhyNot({ message: `${command.title} failed: ${String(error)}` });
  }
}

/** Ids of what was run from data, the last first: Find or run lists them in this order. */
const used: string[] = [];

export function lastRun(): readonly string[] {
  return used;
}

/** What a person may want again from Find or run. */
function isRemembered({ input, moves, section }: Command<unknown>): boolean {
  return input === undefined && moves !== true && section !== 'Quick entry';
}

const CONTEXT: Context = { run: runById, meant };

/** What stands in a command's way, in words; undefined where it can be run. */
function hindrance({ when }: Pick<Command<unknown>, 'when'>, state: State): string | undefined {
  if (when?.session === true && state.open === undefined) return 'no session is open.';
  return when?.writable === true ? readOnlyWords(state) : undefined;
}

/** The commands that can be run from here without more input, for palette and menus. */
export function offered(state: State): typeof COMMANDS {
  return COMMANDS.filter(({ input, when }) => input === undefined && holds({ ...when, ...ANYWHERE }, state));
}

/** From the palette a command runs in whatever view and mode: those parts of a condition are about keys. */
const ANYWHERE = { views: undefined, modes: undefined, layer: undefined, completing: undefined } as const;

function meant(word: string): CommandId | undefined {
  const wanted = word.toLowerCase();
  const exact = COMMANDS.find(({ id, line }) => line === wanted || id === wanted);
  if (exact !== undefined) return exact.id;
  const begun = COMMANDS.filter(({ title, input }) => input === undefined && title.toLowerCase().startsWith(wanted));
  const whole = begun.find(({ title }) => title.toLowerCase() === wanted);
  if (whole !== undefined) return whole.id;
  return begun.length === 1 ? begun[0]?.id : undefined;
}
