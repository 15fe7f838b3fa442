import os from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,main,renderer}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Left to itself it keeps one core for the terminal, which on two cores is half of them.
    maxWorkers: os.availableParallelism(),
    // A property is tried up to 2,000 times, on a machine that may be busy with something else.
    testTimeout: 300_000,
    reporters: ['default', './scripts/test/vitest-reporter.mjs'],
  },
});
