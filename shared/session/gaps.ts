import type { AnyEntry, Kind } from '../record/entry';
import type { Handle, Id, Instant } from '../record/ids';
import { byId, timeOf } from '../record/order';
import { lastEntries, logOf } from './log';
import { remembered, rememberedAt, unstruck } from './look';
import { meetingOf } from './meeting';
import { keptHandle } from './same';
import type { Session } from './session';
import { counts, isStruck } from './verdicts';

/** A stretch of time in which somebody spoke and nothing was recorded: words may be missing there. */
export interface Gap {
  /** the call of whoever spoke */
  readonly called: Id;
  readonly who: Handle;
  /** when the last thing before it was recorded or said, or when the speech began */
  readonly from: Instant;
  /** when the next thing was, when the speech ended, or the moment that was asked for */
  readonly until: Instant;
}

/** What is a gap where the session has no `gapMinutes`. */
export const USUAL_MINUTES = 10;
/** After so many milliseconds without a word a speech that nobody ended is over: the room went home. */
const FORGOTTEN = 10 * 3_600_000;
/** As many of the last lines are looked at for the gap that is open now. */
const LOOKED_AT = 200;

/**
 * Every gap until `asOf`, in order of time: nothing was recorded for the session's `gapMinutes` while a speaker was on.
 * What is entered later with a `said` in it fills a gap.
 */
export function gaps(session: Session, asOf: Instant): readonly Gap[] {
  const moments = momentsOf(session);
  return speeches(session).flatMap((speech) => {
    const end = speech.until ?? asOf;
    const within = moments.slice(placeAfter(moments, speech.from), placeAfter(moments, end));
    const starts = [speech.from, ...within];
    return starts.flatMap((from, at) => gapFrom(session, speech, from, starts[at + 1] ?? end, at === within.length));
  });
}

/** The gap that is open at `asOf`, where there is one: the last of `gaps`, without looking through all of the record. */
export function openGap(session: Session, asOf: Instant): Gap | undefined {
  const speech = speeches(session).at(-1);
  if (speech === undefined || speech.until !== undefined) return undefined;
  let { from } = speech;
  for (const entry of lastEntries(session, LOOKED_AT)) {
    if (entry.id <= speech.called) break;
    const at = timeOf(entry);
    if (at > from && at <= asOf && isSomething(session, entry)) from = at;
  }
  return gapFrom(session, speech, from, asOf, true)[0];
}

/** The gap between two moments of a speech, if it is one. `last`: nothing of the speech was recorded after it. */
function gapFrom(session: Session, speech: Speech, from: Instant, until: Instant, last: boolean): readonly Gap[] {
  const ms = Date.parse(until) - Date.parse(from);
  const least = (meetingOf(session)?.entry.gapMinutes ?? USUAL_MINUTES) * 60_000;
  const forgotten = last && speech.until === undefined && ms > FORGOTTEN;
  return ms < least || forgotten ? [] : [{ called: speech.called, who: speech.who, from, until }];
}

/** The moments at which something was recorded or said, in order. */
function momentsOf(session: Session): readonly Instant[] {
  return rememberedAt(session, 'moments', session.revision, () =>
    logOf(session)
      .filter((entry) => isSomething(session, entry))
      .map(timeOf)
      .sort(),
  );
}

/** What was taken back, and taking back, is no word of the room. */
function isSomething(session: Session, entry: AnyEntry): boolean {
  const isVerdict = entry.kind === 'entry-struck' || entry.kind === 'entry-restored' || entry.kind === 'entry-picked';
  return !isVerdict && counts(session, entry) && !isStruck(session, entry.id);
}

/** The place of the first of sorted moments that is after one. */
function placeAfter(moments: readonly Instant[], at: Instant): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] ?? at) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Speech {
  readonly called: Id;
  readonly who: Handle;
  readonly from: Instant;
  /** absent while it goes on */
  readonly until?: Instant;
}

/** Who spoke when: from the call until done, until the next was called, or until the session was adjourned. */
function speeches(session: Session): readonly Speech[] {
  return remembered(session, 'speeches', ['queue', 'adjourned', 'same'], () => {
    const turns = unstruck<Kind>(session, 'queue').filter(
      ({ kind }) => kind === 'speaker-called' || kind === 'speaker-done',
    );
    const edges = [...turns, ...unstruck<'session-adjourned'>(session, 'adjourned')].sort(byId);
    return edges.flatMap((entry, at): readonly Speech[] => {
      if (entry.kind !== 'speaker-called') return [];
      const next = edges[at + 1];
      const until = next === undefined ? {} : { until: timeOf(next) };
      return [{ called: entry.id, who: keptHandle(session, entry.who), from: timeOf(entry), ...until }];
    });
  });
}
