import { actionCommands } from './actions';
import { agendaCommands } from './agenda';
import { attendanceCommands } from './attendance';
import { callCommands } from './call';
import type { Command } from './command';
import { completionCommands } from './completion';
import { conditionCommands } from './conditions';
import { copyCommands } from './copy';
import { editCommands } from './edit';
import { exampleCommands } from './example';
import { mergeCommands } from './file-merge';
import { openCommands } from './file-open';
import { saveCommands } from './file-save';
import { helpCommands } from './help';
import { layerCommands } from './layers';
import { lineCommands } from './line';
import { logCommands } from './log';
import { mailCommands } from './mail';
import { maintainersCommands } from './maintainers';
import { moveCommands } from './move';
import { noteCommands } from './notes';
import { objectionCommands } from './objections';
import { peopleCommands } from './people';
import { pollCommands } from './polls';
import { projectorCommands } from './projector';
import { questionCommands } from './questions';
import { queueCommands } from './queue';
import { replayCommands } from './replay';
import { reviewCommands } from './review';
import { recoveryCommands } from './recovery';
import { ruleCommands } from './rules';
import { sessionCommands } from './session';
import { settingsCommands } from './settings';
import { slipCommands } from './slips';
import { stanceCommands } from './stance';
import { subsystemCommands } from './subsystems';
import { suggestionCommands } from './suggestions';
import { summaryCommands } from './summary';
import { timelineCommands } from './timeline';
import { typingCommands } from './typing';
import { unsavedCommands } from './unsaved';
import { viewCommands } from './view';

/** Everything that a person can do, by id: keys, `:` line, palette, menu, help sheet and tests are drawn from it. */
export const registry = {
  ...sessionCommands,
  ...exampleCommands,
  ...peopleCommands,
  ...attendanceCommands,
  ...subsystemCommands,
  ...agendaCommands,
  ...typingCommands,
  ...completionCommands,
  ...stanceCommands,
  ...objectionCommands,
  ...conditionCommands,
  ...callCommands,
  ...ruleCommands,
  ...questionCommands,
  ...pollCommands,
  ...noteCommands,
  ...actionCommands,
  ...queueCommands,
  ...projectorCommands,
  ...moveCommands,
  ...logCommands,
  ...copyCommands,
  ...editCommands,
  ...layerCommands,
  ...lineCommands,
  ...openCommands,
  ...mergeCommands,
  ...saveCommands,
  ...unsavedCommands,
  ...recoveryCommands,
  ...mailCommands,
  ...maintainersCommands,
  ...reviewCommands,
  ...timelineCommands,
  ...replayCommands,
  ...suggestionCommands,
  ...summaryCommands,
  ...slipCommands,
  ...viewCommands,
  ...settingsCommands,
  ...helpCommands,
} as const satisfies Readonly<Record<string, Command<never>>>;

export type CommandId = keyof typeof registry;
/** What a command takes. */
export type InputOf<K extends CommandId> = Parameters<(typeof registry)[K]['run']>[0];

/** A command with its id, without the type of its input. */
export type Registered = Command<never> & { readonly id: CommandId };

/** All commands, in the order of the families. */
export const COMMANDS: readonly Registered[] = (Object.entries(registry) as [CommandId, Command<never>][]).map(
  ([id, fields]) => ({ id, ...fields }),
);

export function isCommandId(id: string): id is CommandId {
  return Object.hasOwn(registry, id);
}
