import type { PositionStance } from '../../shared/record/entry';
import { shownKeyOf } from '../commands/keymap';
import type { CommandId } from '../commands/registry';
import { useStore } from '../store/store';

/** The commands that set a stance with a key. */
export const STANCE_COMMANDS: Readonly<Record<Exclude<PositionStance, 'recuse'>, CommandId>> = {
  'standard-required': 'record.standard',
  'userspace-allowed': 'record.userspace',
  'passthrough-niche': 'record.passthrough',
  abstain: 'record.abstain',
  none: 'record.clear',
};

/**
 * Names the key of a command, as people read it and as it is now: the first that is in use, `typing` the first that is
 * while text is typed. Undefined where there is none.
 */
export function useKeys(): (id: CommandId, typing?: 'typing') => string | undefined {
  const keymap = useStore((state) => state.keymap);
  return (id, typing) => shownKeyOf(id, typing === undefined ? keymap : { ...keymap, single: false });
}
