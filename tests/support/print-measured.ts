import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Prints below a test's line what it has counted or measured, such as kills and what was lost by them. */
export default class PrintMeasured implements Reporter {
  onTestEnd(_test: TestCase, { annotations }: TestResult): void {
    for (const { type, description } of annotations) {
      if (type === 'measured' && description) console.log(`        ${description}`);
    }
  }

  printsToStdio(): boolean {
    // The list of tests is printed by another reporter.
    return false;
  }
}
