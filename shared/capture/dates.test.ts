import { describe, expect, test } from 'vitest';
import type { Instant } from '../record/ids';
import { inZone } from '../record/zone';
import { dayOf, endOf, saidAt } from './dates';

const AT = '2024-09-17T08:00:00.000Z' as Instant;

describe('when something ends', () => {
  test.each([
    ['20m', '2024-09-17T08:20:00.000Z'],
    ['36h', '2024-09-18T20:00:00.000Z'],
    ['7d', '2024-09-24T08:00:00.000Z'],
  ])('%s counts from the time of the entry', (typed, end) => {
    expect(endOf(typed, AT, 'Europe/Vienna')).toBe(end);
  });

  test.each([
    ['UTC', '2024-09-24', '2024-09-24T23:59:59.999Z'],
    ['Europe/Vienna', '2024-09-24', '2024-09-24T21:59:59.999Z'],
    ['America/Los_Angeles', '2024-09-24', '2024-09-25T06:59:59.999Z'],
    ['Asia/Kolkata', '2024-09-24', '2024-09-24T18:29:59.999Z'],
    // clocks go forward and back at night
    ['Europe/Vienna', '2024-03-31', '2024-03-31T21:59:59.999Z'],
    ['Europe/Vienna', '2024-10-27', '2024-10-27T22:59:59.999Z'],
    // they skip midnight: the day after begins at one o'clock
    ['Africa/Cairo', '2024-04-25', '2024-04-25T21:59:59.999Z'],
    // they show the last hour of the day twice
    ['Africa/Cairo', '2024-10-31', '2024-10-31T21:59:59.999Z'],
    // a minute into the next day they are put back into this one
    ['America/St_Johns', '2010-11-06', '2010-11-07T03:29:59.999Z'],
    // they show midnight twice: the day was over at the first
    ['Atlantic/Azores', '2010-10-30', '2010-10-30T23:59:59.999Z'],
    ['no such zone', '2024-09-24', '2024-09-24T23:59:59.999Z'],
  ])('in %s the day %s ends at %s', (zone, day, end) => {
    expect(endOf(day, AT, zone)).toBe(end);
  });

  test('a day is over at its end, and not a millisecond before, on every day of a year with all sorts of clock changes', () => {
    const next = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    for (const zone of ['Europe/Vienna', 'Africa/Cairo', 'America/Sao_Paulo', 'America/St_Johns', 'Atlantic/Azores']) {
      for (let day = '2010-01-01'; day < '2011-01-01'; day = next(day)) {
        const end = endOf(day, AT, zone)!;
        const after = new Date(Date.parse(end) + 1).toISOString() as Instant;
        expect([zone, inZone(end, zone).slice(0, 10), inZone(after, zone).slice(0, 10)]).toEqual([
          zone,
          day,
          next(day),
        ]);
      }
    }
  });

  test('a day that a zone left out ends with the one before', () => {
    expect(endOf('2011-12-30', AT, 'Pacific/Apia')).toBe(endOf('2011-12-29', AT, 'Pacific/Apia'));
  });

  test.each(['', '0m', 'm', '20', '20s', '-3d', '1e3m', '9999999d', '2024-9-4', '2024-02-30', '999999d', 'tomorrow'])(
    '%j is not a time',
    (typed) => {
      // six digits of days still end before the year 10000
      if (typed === '999999d') expect(endOf(typed, AT, 'UTC')).toBe('4762-08-14T08:00:00.000Z');
      else expect(endOf(typed, AT, 'UTC')).toBeUndefined();
    },
  );
});

test('a date on which something is due is a date, or so many days on in the zone', () => {
  expect(dayOf('2024-10-01', AT, 'UTC')).toBe('2024-10-01');
  expect(dayOf('7d', AT, 'UTC')).toBe('2024-09-24');
  expect(dayOf('15h', AT, 'Europe/Vienna')).toBe('2024-09-18');
  expect(dayOf('soon', AT, 'UTC')).toBeUndefined();
});

test('when something was said: an instant, a local time, a date, so long ago', () => {
  const now = Date.parse(AT);
  expect(saidAt('2024-07-25T09:26Z', now, 'Europe/Vienna')).toBe('2024-07-25T09:26:00.000Z');
  expect(saidAt('2024-07-25T09:26:38.5Z', now, 'Europe/Vienna')).toBe('2024-07-25T09:26:38.500Z');
  expect(saidAt('2024-07-25T09:26+02:00', now, 'UTC')).toBe('2024-07-25T07:26:00.000Z');
  expect(saidAt('2024-07-25T09:26', now, 'Europe/Vienna')).toBe('2024-07-25T07:26:00.000Z');
  expect(saidAt('2024-07-25', now, 'Europe/Vienna')).toBe('2024-07-24T22:00:00.000Z');
  expect(saidAt('20m', now, 'UTC')).toBe('2024-09-17T07:40:00.000Z');
  for (const typed of ['', 'now', '25:00', '2024-07-25T25:00Z', '2024-07-25T25:00', '2024-02-30T10:00Z'])
    expect(saidAt(typed, now, 'UTC')).toBeUndefined();
});
