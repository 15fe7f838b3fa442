import { expect, test } from 'vitest';
import type { Instant } from '../record/ids';
import { record, type Build } from '../testing/build';
import { gaps, openGap } from './gaps';
import { speaker } from './queue';

/** A room of two in which silences of five minutes are gaps. */
function room(): Build {
  return record({ gapMinutes: 5 }).people('ana', 'ben').subsystem('uvc');
}

function call(b: Build, who: string): Build {
  return b.add({ kind: 'speaker-called', who });
}

function note(b: Build): Build {
  return b.add({ kind: 'note-taken', text: 'something' });
}

/** Every gap as `who minutes`, and the one that is open as the last of them. */
function found(b: Build, at: Instant = b.now): readonly string[] {
  const all = gaps(b.session, at);
  const open = openGap(b.session, at);
  if (open !== undefined) expect(open).toEqual(all.at(-1));
  return all.map(
    ({ who, from, until }) => `${who} ${String(Math.round((Date.parse(until) - Date.parse(from)) / 60_000))}`,
  );
}

test('nothing recorded for the minutes that the session allows, while somebody speaks, is a gap', () => {
  const b = call(room(), 'ana').later(4);
  expect(found(b)).toEqual([]);
  b.later(2);
  expect(found(b)).toEqual(['ana 6']);
  expect(openGap(b.session, b.now)).toMatchObject({ called: speaker(b.session)?.called, until: b.now });
});

test('a gap ends with the next thing recorded, and stays', () => {
  const b = note(call(room(), 'ana').later(6)).later(1);
  expect(openGap(b.session, b.now)).toBeUndefined();
  expect(found(b)).toEqual(['ana 6']);
  call(b.later(7), 'ben').later(9);
  expect(found(b)).toEqual(['ana 6', 'ana 8', 'ben 9']);
});

test('silence while nobody speaks is none', () => {
  const b = call(room().later(30), 'ana').later(1);
  b.add({ kind: 'speaker-done', called: b.last }).later(30);
  expect(found(note(b))).toEqual([]);
});

test('the end of the sitting ends whoever speaks, and so does going home without a word', () => {
  const adjourned = call(room(), 'ana').later(6).add({ kind: 'session-adjourned' }).later(60);
  expect(found(adjourned)).toEqual(['ana 6']);
  expect(found(call(room(), 'ana').later(11 * 60))).toEqual([]);
});

test('what was taken back fills no gap, and neither does taking it back', () => {
  const b = note(call(room(), 'ana').later(3)).later(3);
  expect(found(b)).toEqual([]);
  expect(found(b.strike())).toEqual(['ana 6']);
});

test('what is entered later fills a gap where it was said in it', () => {
  const b = call(room(), 'ana').later(5);
  const within = b.now;
  note(b.later(5)).later(60);
  expect(found(b)).toEqual(['ana 10', 'ana 60']);
  b.add({ kind: 'note-taken', text: 'remembered', said: within });
  expect(found(b)).toEqual(['ana 5', 'ana 5', 'ana 60']);
});

test('a session without a number of its own takes ten minutes', () => {
  const b = call(record().people('ana'), 'ana').later(9);
  expect(found(b)).toEqual([]);
  expect(found(b.later(1))).toEqual(['ana 10']);
});
