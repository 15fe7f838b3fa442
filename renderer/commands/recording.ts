import { explain } from '../../shared/capture/explain';
import { plainText } from '../../shared/capture/reading';
import type { Entry, On } from '../../shared/record/entry';
import { listed } from '../../shared/consensus/wording';
import { leftBehind } from '../../shared/session/agenda';
import { subsystemOn } from '../../shared/session/objections';
import { typedText } from '../store/drafts';
import { act, type Decide } from '../store/record';
import { closeOverlay, say, sayIfRefused } from '../store/screen';
import { selectSubsystem } from '../store/select';
import type { OverlayKind } from '../store/overlay';
import { getState } from '../store/store';

/** Records what is decided, echoes it, and closes the layer that it was typed in. Answers whether it was done. */
export async function record(
  decide: Decide,
  done: { /** key of the draft it comes from */ readonly from?: string; readonly close?: OverlayKind } = {},
): Promise<boolean> {
  const recorded = await act(decide, done.from === undefined ? undefined : typedText(done.from));
  if (!sayIfRefused(recorded)) return false;
  if (done.close !== undefined) closeOverlay(done.close);
  sayRecorded(recorded.value);
  followTurn(recorded.value);
  return true;
}

/** The screen turns with the room, and to the first subsystem that there is. */
export function followTurn(entries: readonly Entry[]): void {
  const turned = entries.findLast((entry) => entry.kind === 'subsystem-opened');
  const first = getState().selection.subsystem ?? entries.find((entry) => entry.kind === 'subsystem-added')?.subsystem;
  const shown = turned?.subsystem ?? first;
  if (shown !== undefined) selectSubsystem(shown);
}

/** The screen shows what was just recorded: it turns to the subsystem that the entries are about. */
export function followEntries(entries: readonly Entry[]): void {
  const { open } = getState();
  const about = entries.findLast((entry) => entry.kind !== 'subsystem-added' && matterOf(entry) !== undefined);
  const on = about === undefined ? undefined : matterOf(about);
  const slug = on === undefined || open === undefined ? undefined : subsystemOn(open.session, on);
  if (slug === undefined) followTurn(entries);
  else selectSubsystem(slug);
}

/** What an entry is on, where it says so itself. */
function matterOf(entry: Entry): On | undefined {
  if ('on' in entry && entry.on !== undefined) return entry.on;
  return 'subsystem' in entry && entry.subsystem !== undefined ? { subsystem: entry.subsystem } : undefined;
}

/** Echoes what was recorded, in the record's words. */
export function sayRecorded(entries: readonly Entry[], more: readonly string[] = []): void {
  if (entries.length > 0) say([`Recorded: ${inWords(entries)}`, ...leftInWords(entries), ...more].join(' '));
}

/** What the room left behind where it turned away from a subsystem: nobody is asked, and `u` turns it back. */
function leftInWords(entries: readonly Entry[]): readonly string[] {
  const { open } = getState();
  const left = entries.find((entry) => entry.kind === 'subsystem-left');
  const behind = open === undefined || left === undefined ? [] : leftBehind(open.session, left.subsystem);
  return left === undefined || behind.length === 0
    ? []
    : [`#${left.subsystem} is left with ${listed(behind)}: Undo turns back.`];
}

/** What entries say, as one text. */
export function inWords(entries: readonly Entry[]): string {
  const { open } = getState();
  if (open === undefined) return '';
  return plainText(explain(open.session, entries));
}
