import { beforeEach } from 'vitest';

/** The tests of this file or `describe` are skipped, each with the reason printed, where what they need is not there. */
export function needs(there: boolean, what: string): void {
  beforeEach(({ skip }) => {
    skip(!there, `${what} is not here`);
  });
}
