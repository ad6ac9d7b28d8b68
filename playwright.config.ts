import { defineConfig } from '@playwright/test';
import { pollSoon } from './tests/support/quick-polls';

// Every worker reads this file before its tests.
pollSoon();

/** `chromium` drives Chromium itself; `firefox` drives a real Firefox through Marionette, so neither needs `use`. */
export default defineConfig({
  projects: [
    { name: 'chromium', testDir: 'tests/e2e' },
    { name: 'firefox', testDir: 'tests/firefox' },
  ],
  outputDir: 'test-results/playwright',
  // One browser at a time: two cores, and popups need the focus.
  workers: 1,
  fullyParallel: false,
  // A test that passes only at the second try has found something.
  retries: 0,
  timeout: process.env['PRESSMARK_FULL'] ? 600_000 : 120_000,
  // What is waited for comes later while the other browser's tests take their share; nothing is measured by these.
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [
    ['list'],
    ['./tests/support/print-measured.ts'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? 'test-results/playwright.json' }],
  ],
});
