import os from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    // Left to itself it keeps one core for the terminal, which on two cores is half of them.
    maxWorkers: os.availableParallelism(),
    // A property is tried up to 2,000 times, on a machine that may be busy with something else.
    testTimeout: 300_000,
    reporters: ['default', './scripts/test/vitest-reporter.mjs'],
    // The domain and the shell keep no state between calls, so their files share a process: to load all of it anew for each
    // file took longer than most files take. A page's stores are its state: there each file has a process of its own.
    projects: [
      { extends: true, test: { name: 'domain and shell', include: ['{shared,main}/**/*.test.ts'], isolate: false } },
      { extends: true, test: { name: 'page', include: ['renderer/**/*.test.{ts,tsx}'] } },
    ],
  },
});
