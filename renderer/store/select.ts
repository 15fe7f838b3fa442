import type { Handle, Id, Slug } from '../../shared/record/ids';
import type { RuleAt } from './overlay';
import { getState, setState } from './store';

/** Shows another subsystem. The row stays where it is; tags are for one subsystem. */
export function selectSubsystem(subsystem: Slug): void {
  setState(({ selection }) => ({
    selection: { ...selection, subsystem, tagged: selection.subsystem === subsystem ? selection.tagged : [] },
  }));
}

export function selectRow(who: Handle | undefined, subsystem?: Slug): void {
  if (subsystem !== undefined) selectSubsystem(subsystem);
  setState(({ selection: { who: _, ...rest } }) => ({ selection: who === undefined ? rest : { ...rest, who } }));
}

/** Tags a row, or takes its tag off. */
export function toggleTag(who: Handle): void {
  const { tagged } = getState().selection;
  setTags(tagged.includes(who) ? tagged.filter((other) => other !== who) : [...tagged, who]);
}

export function setTags(tagged: readonly Handle[]): void {
  setState(({ selection }) => ({ selection: { ...selection, tagged } }));
}

export function selectRule(rule: RuleAt): void {
  setState(({ selection }) => ({ selection: { ...selection, rule } }));
}

export function selectObjection(objection: Id | undefined): void {
  setState(({ selection: { objection: _, ...rest } }) => ({
    selection: objection === undefined ? rest : { ...rest, objection },
  }));
}

export function selectLogLine(log: Id | undefined): void {
  setState(({ selection: { log: _, ...rest } }) => ({ selection: log === undefined ? rest : { ...rest, log } }));
}

/** Shows all of the record in the log, not only its last lines. */
export function showAllOfLog(): void {
  setState(({ selection }) => ({ selection: { ...selection, allOfLog: true } }));
}
