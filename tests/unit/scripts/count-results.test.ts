import { describe, expect, it } from 'vitest';
import {
  add,
  closingLine,
  countPlaywright,
  countStep,
  countVitest,
  NOTHING,
} from '../../../scripts/test/count-results';
import { STEPS } from '../../../scripts/test/steps';

const vitest = (report: object) =>
  JSON.stringify({
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
    ...report,
  });
const playwright = (stats: object, errors: readonly unknown[] = []) =>
  JSON.stringify({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors });

describe('the count of a test run', () => {
  it('adds tests and steps up to one plain line', () => {
    const total = [
      countVitest(vitest({ numPassedTests: 10, numPendingTests: 1 }), 0),
      countPlaywright(playwright({ expected: 4 }), 0),
      countStep(0),
    ].reduce(add, NOTHING);
    expect(closingLine(total)).toBe('15 passed, 0 failed, 1 skipped');
    expect(closingLine(countStep(3))).toBe('0 passed, 1 failed');
  });

  it('counts a test file that did not load as a failure', () => {
    const report = vitest({ numPassedTests: 5, testResults: [{ status: 'failed', assertionResults: [] }] });
    expect(countVitest(report, 1)).toEqual({ passed: 5, failed: 1, skipped: 0 });
  });

  it('counts a test that passed only at the second try as failed', () => {
    expect(countPlaywright(playwright({ expected: 2, flaky: 1 }), 0).failed).toBe(1);
  });

  it('does not call a run green that crashed or ran nothing', () => {
    expect(countVitest(vitest({ numPassedTests: 5 }), 1).failed).toBe(1);
    expect(countVitest(vitest({}), 0).failed).toBe(1);
    expect(countPlaywright(playwright({}), 0).failed).toBe(1);
    expect(countPlaywright(playwright({ expected: 1 }, ['could not start']), 1).failed).toBe(1);
  });

  it('counts a failure once when the exit code says the same', () => {
    expect(countVitest(vitest({ numPassedTests: 5, numFailedTests: 2 }), 1)).toEqual({
      passed: 5,
      failed: 2,
      skipped: 0,
    });
  });
});

describe('the steps of npm test', () => {
  it('need only steps that come before them', () => {
    STEPS.forEach(({ needs }, index) => {
      const earlier = STEPS.slice(0, index).map(({ name }) => name);
      expect(earlier).toEqual(expect.arrayContaining([...needs]));
    });
  });

  it('have names and reports of their own', () => {
    expect(new Set(STEPS.map(({ name }) => name)).size).toBe(STEPS.length);
    const reports = STEPS.flatMap(({ report }) => (report ? [report.path] : []));
    expect(new Set(reports).size).toBe(reports.length);
  });
});
