import { expect, test } from 'vitest';
import { record } from '../../shared/testing/build';
import { bySimilarity } from './similar';

const S = 'standard-required';
const U = 'userspace-allowed';

test('those who answer alike stand next to each other; who answered on less than half comes after', () => {
  const b = record().people('ana', 'bo', 'cat', 'dee', 'eve').subsystem('uvc').subsystem('drm').subsystem('cxl');
  b.position('ana', 'uvc', S).position('ana', 'drm', S).position('ana', 'cxl', S);
  b.position('bo', 'uvc', U).position('bo', 'drm', U).position('bo', 'cxl', U);
  b.position('cat', 'uvc', S);
  b.position('dee', 'uvc', U).position('dee', 'drm', U);
  b.position('eve', 'uvc', S).position('eve', 'drm', S).position('eve', 'cxl', U);
  const order = bySimilarity(b.session).map(({ handle }) => handle);
  expect(order).toEqual(['ana', 'eve', 'bo', 'dee', 'cat']);
});

test('where nothing is comparable the order of the agenda stays', () => {
  const order = bySimilarity(record().people('bo', 'ana').session).map(({ handle }) => handle);
  expect(order).toEqual(['bo', 'ana']);
});
