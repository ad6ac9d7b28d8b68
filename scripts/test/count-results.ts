/** How many tests (or steps) went which way. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NOTHING: Count = { passed: 0, failed: 0, skipped: 0 };

export function add(a: Count, b: Count): Count {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** A step without tests of its own counts as one. */
export function countStep(code: number): Count {
  return code === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly errors: readonly unknown[];
}

/** A run that ended badly without a failed test (a crash, nothing found) must not look green. */
function honest(count: Count, code: number): Count {
  const isSilentFailure = code !== 0 && count.failed === 0;
  const ranNothing = count.passed + count.failed + count.skipped === 0;
  return isSilentFailure || ranNothing ? { ...count, failed: count.failed + 1 } : count;
}

/** Counts Vitest's JSON report; a file that did not even load counts as one failure. */
export function countVitest(report: string, code: number): Count {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }: VitestReport =
    JSON.parse(report);
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const skipped = numPendingTests + numTodoTests;
  return honest({ passed: numPassedTests, failed: numFailedTests + broken.length, skipped }, code);
}

/** Counts Playwright's JSON report; a test that passed only when tried again counts as failed. */
export function countPlaywright(report: string, code: number): Count {
  const { stats, errors }: PlaywrightReport = JSON.parse(report);
  const failed = stats.unexpected + stats.flaky + errors.length;
  return honest({ passed: stats.expected, failed, skipped: stats.skipped }, code);
}

/** The plain closing line. */
export function closingLine({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
