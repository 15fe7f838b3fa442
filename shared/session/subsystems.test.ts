import { expect, test } from 'vitest';
import type { Slug } from '../record/ids';
import { record } from '../testing/build';
import { relationsOf, subsystems } from './subsystems';

const slugs = (b: ReturnType<typeof record>): readonly string[] => subsystems(b.session).map(({ slug }) => slug);

test('a part follows what it is part of, and stands where it was put once somebody put it somewhere', () => {
  const b = record().subsystem('isp', { partOf: 'media' }).subsystem('drm').subsystem('media').subsystem('usb');
  b.subsystem('tuning', { partOf: 'isp' });
  expect(slugs(b)).toEqual(['drm', 'media', 'isp', 'tuning', 'usb']);
  b.subsystem('isp', { order: 1 });
  expect(slugs(b)).toEqual(['isp', 'tuning', 'drm', 'media', 'usb']);
});

test('two that are parts of each other, and a part of what nobody added, stand all the same', () => {
  const b = record().subsystem('a', { partOf: 'b' }).subsystem('b', { partOf: 'a' }).subsystem('c', { partOf: 'gone' });
  expect(slugs(b).toSorted()).toEqual(['a', 'b', 'c']);
});

test('a layer knows what it affects, and they know the layer', () => {
  const b = record()
    .subsystem('netdev')
    .subsystem('fwctl', { affects: ['netdev'] })
    .subsystem('tc', { partOf: 'netdev' });
  expect(relationsOf(b.session, 'netdev' as Slug)).toEqual({ parts: ['tc'], affects: [], affectedBy: ['fwctl'] });
  expect(relationsOf(b.session, 'fwctl' as Slug).affects).toEqual(['netdev']);
});
