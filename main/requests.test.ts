import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Channel, Requests } from '../shared/ipc';
import { runs } from '../shared/testing/runs';
import { readers } from './requests';

const session = '2024-09-17T08:14:05.123Z-000-k7f3q2xa';
const good: { readonly [C in Channel]: readonly Requests[C]['request'][] } = {
  hello: [{}],
  'journal-append': [
    { session, lines: [] },
    { session, lines: ['x'] },
    { session, lines: [], mend: ['y'] },
    { session, lines: [], drafts: [{ key: 'entry', typed: 1 }] },
    {
      session,
      lines: [],
      drafts: Array.from({ length: 1_500 }, (_, typed) => ({ key: `edit ${String(typed)}`, typed })),
    },
  ],
  'journal-read': [{}, { whole: true }, { session }, { session, from: 'snapshot' }],
  'snapshot-take': [
    { session, before: 'merge' },
    { session, before: 'delete' },
  ],
  'file-open': [{}, { announced: '/x.gavel' }, { rest: 'a1' }],
  'file-save': [
    { suggestedName: 'x.eml', text: '' },
    { html: '<p>x</p>', to: 'pdf', suggestedName: 'x.pdf' },
    { html: '', to: 'printer', suggestedName: '' },
  ],
  'mail-open': [
    { to: [], subject: '', body: '' },
    { to: ['a@b'], cc: ['c@d'], subject: 's', inReplyTo: 'x@y', body: 'b' },
  ],
  'clipboard-write': [{ text: 'x' }],
  'settings-write': [
    { settings: {} },
    {
      settings: {
        me: { handle: 'ana', name: 'Ana', address: 'a@b' },
        theme: 'dark',
        text: 12,
        sidebar: true,
        rail: false,
      },
    },
    { keys: '{}' },
    { keys: '{}', aside: true },
    { menu: [] },
    { halfTyped: [] },
    { halfTyped: Array.from({ length: 1_500 }, (_, typed) => ({ key: `edit ${String(typed)}`, text: 'x', typed })) },
    { menu: [{ command: 'view.zoom-in', key: 'CmdOrCtrl+Plus' }] },
  ],
  'window-act': [{ act: 'close' }],
};
const channels = Object.keys(good) as Channel[];

describe('the gate', () => {
  test('has ten channels at most', () => {
    expect(channels.length).toBeLessThanOrEqual(10);
  });

  test.each(channels)('%s: lets through what the contract names', (channel) => {
    for (const request of good[channel]) expect(readers[channel](request)).toEqual(request);
  });

  test.each(channels)('%s: takes nothing along that the contract doesn’t name', (channel) => {
    for (const request of good[channel]) {
      const more = JSON.parse(
        `{"__proto__":{"admin":true},"extra":1,${JSON.stringify(request).slice(1).replace(/^\}/, '"z":1}')}`,
      ) as unknown;
      const read = readers[channel](more);
      expect(Object.keys(read ?? {}).sort()).toEqual(Object.keys(request).sort());
      expect(read).not.toHaveProperty('admin');
    }
  });

  test.each(channels)('%s: refuses what is no object, and never throws', (channel) => {
    for (const value of [undefined, null, 0, 'x', [], true]) expect(readers[channel](value)).toBeUndefined();
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withBigInt: true, withMap: true }),
        (value) => void readers[channel](value),
      ),
      { numRuns: runs },
    );
  });

  test.each(channels)('%s: refuses a request with any one field of another type', (channel) => {
    for (const request of good[channel]) {
      for (const key of Object.keys(request)) {
        for (const wrong of [null, 7.5, { theme: 7 }, [1], ['x', null]]) {
          expect(readers[channel]({ ...request, [key]: wrong }), `${key}: ${JSON.stringify(wrong)}`).toBeUndefined();
        }
      }
    }
  });

  test.each([
    ['journal-append', { session: '../../etc/passwd', lines: [] }],
    ['journal-append', { session: `${session}/..`, lines: [] }],
    ['journal-append', { session: session.replace('09-17', '02-30'), lines: [] }],
    ['journal-read', { session: '' }],
    ['snapshot-take', { session, before: 'lunch' }],
    ['settings-write', { settings: { snapshotsAlsoIn: 'stick/snapshots' } }],
    ['settings-write', {}],
    ['window-act', { act: 'toString' }],
    ['settings-write', { menu: [{ command: 'file.open', key: 'Hyper+O' }] }],
    ['settings-write', { menu: [{ command: 'file.open', key: 'Ctrl+' }] }],
    ['settings-write', { settings: { text: 11 } }],
    ['settings-write', { settings: { theme: 'blue' } }],
    ['settings-write', { settings: { me: { handle: 'A b' } } }],
    ['settings-write', { settings: { me: { handle: 'a', name: 'x\ny' } } }],
  ] as const)('%s: refuses %j', (channel, request) => {
    expect(readers[channel](request)).toBeUndefined();
  });
});
