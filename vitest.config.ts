import { defineConfig } from 'vitest/config';

// These test functions alone, without the browser's globals, clocks or storage: their files share one world in a worker,
// so that engines, models and parsers are loaded once and not by every file.
const SHARED =
  'tests/unit/{actors,analysis,anchoring,article,charts,claims,corpus,exchange,findings,languages,notes,tagging,team,text}/**/*.test.ts';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    environment: 'node',
    testTimeout: 20_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'shared', include: [SHARED], isolate: false } },
      {
        extends: true,
        test: {
          name: 'apart',
          include: ['tests/{unit,components,golden,migrations}/**/*.test.{ts,tsx}'],
          exclude: [SHARED],
        },
      },
    ],
  },
});
