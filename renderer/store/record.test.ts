import { expect, test } from 'vitest';
import { inTurn, whenRecorded } from './record';

test('what was asked for is waited for, also where it fails, and for no longer than is said', async () => {
  expect(whenRecorded(1_000)).toBeUndefined();
  const done: string[] = [];
  let end: () => void = () => undefined;
  const slow = inTurn(
    () =>
      new Promise<void>((resolve) => {
        end = resolve;
      }),
  );
  const failing = inTurn(() => Promise.reject(new Error('the disk is gone')));
  const last = inTurn(() => {
    done.push('last');
    return Promise.resolve();
  });
  await whenRecorded(10);
  expect(done).toEqual([]);
  const all = whenRecorded(60_000);
  end();
  await all;
  expect(done).toEqual(['last']);
  expect(whenRecorded(1_000)).toBeUndefined();
  await expect(failing).rejects.toThrow('the disk is gone');
  await Promise.all([slow, last]);
});
