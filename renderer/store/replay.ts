import type { AnyEntry } from '../../shared/record/entry';
import { instantOf, type Instant } from '../../shared/record/ids';
import { inZone } from '../../shared/record/zone';
import { logOf } from '../../shared/session/log';
import { meetingOf } from '../../shared/session/meeting';
import { emptySession, fold, type Session } from '../../shared/session/session';
import { unfold } from '../../shared/session/unfold';
import { now } from './env';
import { inSteps } from './in-steps';
import { recordedOf } from './read-only';
import { getState, setState } from './store';

/** A record being played: its lines, and the session that the first `at` of them make. */
interface Reel {
  readonly log: readonly AnyEntry[];
  session: Session;
  at: number;
}

/** After so many lines the page is asked whether it wants to answer a key. */
const STEP = 256;

let reel: Reel | undefined;
let asked = 0;

/**
 * Shows the open session as it stood after so many of its lines, in every view and read-only. A line more or less costs
 * a fold or its undoing; a long way is gone in steps, and a later call ends an earlier one.
 */
export async function replayTo(wanted: number, time?: string): Promise<void> {
  const mine = (asked += 1);
  const { open } = getState();
  if (open === undefined) return;
  const playing = reelOf();
  await inSteps(turn(playing, Math.max(1, Math.min(playing.log.length, wanted)), () => mine === asked));
  const behind = recordedOf(getState());
  if (mine !== asked || behind === undefined || behind.id !== open.id) return;
  const { session, at, log } = playing;
  const moment = momentAt(log, at);
  setState(({ selection }) => ({
    open: { id: behind.id, session, revision: session.revision, readOnly: true },
    replay: { now: behind, at, of: log.length, moment, ...(time === undefined ? {} : { asked: time }) },
    asOf: moment,
    mode: 'NORMAL',
    selection: { ...selection, tagged: [] },
  }));
}

/** Back to the session as it is. What was recorded meanwhile is in it. */
export function leaveReplay(): void {
  const { replay } = getState();
  asked += 1;
  reel = undefined;
  if (replay !== undefined) setState({ open: replay.now, replay: undefined, asOf: now() });
}

/** A moment as a person says it, `14:10` or `2024-09-17 14:10`: as the session's clocks show it, and how many lines there were. */
export function linesUntil(typed: string): { readonly lines: number; readonly time: string } | undefined {
  const behind = recordedOf(getState());
  const wanted = /^(?:(\d{4}-\d\d-\d\d)[ T])?(\d\d?):(\d\d)/.exec(typed.trim());
  if (behind === undefined || wanted === null) return undefined;
  const log = logOf(behind.session);
  const meeting = meetingOf(behind.session);
  const zone = meeting?.zone ?? 'UTC';
  const [, typedDay, hour = '', minute = ''] = wanted;
  const day = typedDay ?? dayMeant(log, zone, meeting?.entry.heldOn ?? []);
  const last = `${day} ${hour.padStart(2, '0')}:${minute}`;
  return { lines: linesBy(log, zone, last), time: last };
}

/** The day of a time that came without one: the one that is replayed, else the last one that the session was held on. */
function dayMeant(log: readonly AnyEntry[], zone: string, heldOn: readonly string[]): string {
  const { replay } = getState();
  const dayOf = (moment: Instant): string => inZone(moment, zone).slice(0, 10);
  if (replay !== undefined) return dayOf(replay.moment);
  const recordedOn = (day: string): boolean => linesBy(log, zone, `${day} 24`) > linesBy(log, zone, day);
  // what is reviewed or merged a day later must not move the session's own times
  return heldOn.findLast(recordedOn) ?? dayOf(momentAt(log, log.length));
}

/** How many lines there were by a time as the zone's clocks show it; ids are in order of time, so it is found by halving. */
function linesBy(log: readonly AnyEntry[], zone: string, last: string): number {
  let [low, high] = [0, log.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inZone(momentAt(log, middle + 1), zone) <= last) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The record's lines with the session they are played into; made anew where the record grew. */
function reelOf(): Reel {
  const behind = recordedOf(getState());
  const log = behind === undefined ? [] : logOf(behind.session);
  if (reel?.log !== log) reel = { log, session: emptySession(), at: 0 };
  return reel;
}

function* turn(playing: Reel, to: number, goesOn: () => boolean): Generator<void, void> {
  const { log } = playing;
  // from the start it is shorter
  if (to < playing.at - to) Object.assign(playing, { session: emptySession(), at: 0 });
  for (let count = 0; playing.at !== to && goesOn(); count += 1) {
    if (playing.at < to) {
      const entry = log[playing.at];
      if (entry === undefined) return;
      fold(playing.session, entry);
      playing.at += 1;
      // contents that came under one id come and go together
      while (log[playing.at]?.id === entry.id) fold(playing.session, log[playing.at++] ?? entry);
      if (playing.at > to) return;
    } else {
      const id = unfold(playing.session);
      while (playing.at > 0 && log[playing.at - 1]?.id === id) playing.at -= 1;
      if (playing.at < to) return;
    }
    if (count % STEP === STEP - 1) yield;
  }
}

function momentAt(log: readonly AnyEntry[], lines: number): Instant {
  const entry = log[Math.max(0, lines - 1)];
  return entry === undefined ? now() : instantOf(entry.id);
}
