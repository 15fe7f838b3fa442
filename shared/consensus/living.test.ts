import { expect, test } from 'vitest';
import type { Slug } from '../record/ids';
import { record } from '../testing/build';
import { livingWith } from './living';

const uvc = 'uvc' as Slug;
const whoIn = (all: readonly { readonly who: string }[]): readonly string[] => all.map(({ who }) => who);

test('who holds another stance can live with this one or can’t; who abstains is in neither, who is silent is named', () => {
  const b = record()
    .people('a', 'b', 'c', 'd', 'e')
    .subsystem('uvc', { maintainers: ['a', 'e'] });
  b.position('a', 'uvc', 'standard-required')
    .position('b', 'uvc', 'userspace-allowed', { livesWith: ['standard-required'] })
    .position('c', 'uvc', 'passthrough-niche', { livesWith: ['userspace-allowed'] })
    .position('d', 'uvc', 'abstain');
  const standard = livingWith(b.session, uvc, 'standard-required');
  expect([whoIn(standard.cannot), whoIn(standard.can), standard.unheard]).toEqual([['c'], ['b'], ['e']]);
  const niche = livingWith(b.session, uvc, 'passthrough-niche');
  expect([whoIn(niche.cannot), whoIn(niche.can)]).toEqual([['a', 'b'], []]);
  expect(livingWith(b.session, uvc, 'standard-required')).toBe(standard);
  b.position('c', 'uvc', 'passthrough-niche', { livesWith: ['standard-required'] });
  expect(whoIn(livingWith(b.session, uvc, 'standard-required').cannot)).toEqual([]);
});
