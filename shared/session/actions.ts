import type { Draft, Entry, EntryOf } from '../record/entry';
import { ownFields } from '../record/fields';
import type { Handle, Id, Slug } from '../record/ids';
import { refuse, type Result } from '../result';
import type { Env } from '../record/env';
import { decided } from './enter';
import { remembered, standingOf } from './look';
import { standings } from './registers';
import type { Standing } from './register';
import { keptHandle } from './same';
import type { Session } from './session';

export type ActionEntry = EntryOf<'action-assigned' | 'action-amended'>;

export interface Action {
  readonly id: Id;
  readonly text: string;
  readonly who: readonly Handle[];
  /** false: they were only asked */
  readonly accepted: boolean;
  readonly due?: string;
  readonly subsystem?: Slug;
  readonly state: 'open' | 'done' | 'dropped';
  readonly why?: string;
  /** what ended it */
  readonly end?: EntryOf<'action-done' | 'action-dropped'>;
  readonly entry: ActionEntry;
  readonly conflict: boolean;
  readonly versions: readonly ActionEntry[];
}

/** Every action, in the order of assigning. */
export function actions(session: Session): readonly Action[] {
  return remembered(session, 'actions', ['action', 'action-end', 'same'], () =>
    (standings(session, 'action') as readonly [Id, Standing<ActionEntry>][]).map(
      ([id, { head, conflict, history }]): Action => {
        const end = standingOf<'action-done' | 'action-dropped'>(session, 'action-end', id)?.head;
        return {
          id,
          text: head.text,
          who: [...new Set(head.who.map((who) => keptHandle(session, who)))],
          accepted: head.accepted === true,
          ...(head.due === undefined ? {} : { due: head.due }),
          ...(head.subsystem === undefined ? {} : { subsystem: head.subsystem }),
          state: end === undefined ? 'open' : end.kind === 'action-done' ? 'done' : 'dropped',
          ...(end?.why === undefined ? {} : { why: end.why }),
          ...(end === undefined ? {} : { end }),
          entry: head,
          conflict,
          versions: history,
        };
      },
    ),
  );
}

export function actionOf(session: Session, id: Id): Action | undefined {
  return actions(session).find((action) => action.id === id);
}

export type ActionInput = Omit<Extract<Draft, { kind: 'action-assigned' }>, 'kind' | 'prev'>;

export function decideAction(session: Session, input: ActionInput, env: Env): Result<readonly Entry[]> {
  return decided(session, [{ kind: 'action-assigned', ...input }], env);
}

/** Other words, people, date or acceptance of an action; fields that are not given keep their value. */
export function decideAmendAction(
  session: Session,
  input: { readonly action: Id } & Partial<ActionInput>,
  env: Env,
): Result<readonly Entry[]> {
  const current = actionOf(session, input.action)?.entry;
  if (current === undefined) return refuse('That action is not in the record.');
  return decided(session, [{ ...ownFields(current), ...input, kind: 'action-amended' }], env);
}

/** An action is done, or dropped. */
export function decideEndAction(
  session: Session,
  input: { readonly action: Id; readonly end: 'done' | 'dropped'; readonly why?: string },
  env: Env,
): Result<readonly Entry[]> {
  const { action, end, why } = input;
  if (actionOf(session, action) === undefined) return refuse('That action is not in the record.');
  const kind = end === 'done' ? 'action-done' : 'action-dropped';
  return decided(session, [{ kind, action, ...(why === undefined ? {} : { why }) }], env);
}
