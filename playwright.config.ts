import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'out/e2e',
  // One window at a time has the focus of a screen, and the keyboard goes where the focus is: one worker a screen.
  workers: process.env['GAVEL_TEST_SCREENS']?.split(' ').length ?? 1,
  fullyParallel: false,
  forbidOnly: !!process.env['CI'],
  // A machine that does something else besides makes a test slow, not wrong.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['./scripts/test/playwright-reporter.mjs']],
  projects: [
    { name: 'e2e', testMatch: '**/*.spec.ts', testIgnore: '**/packaged.spec.ts' },
    { name: 'trust', testMatch: 'trust/*.trust.ts' },
    { name: 'trust-full', testMatch: 'trust/*.full.ts' },
    { name: 'packaged', testMatch: '**/packaged.spec.ts' },
    { name: 'demo', testMatch: 'demo/*.demo.ts' },
  ],
});
