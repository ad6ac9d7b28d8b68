/**
 * `npm test`: every step in order, carrying on after a failure, and one plain line at the end. `--check` runs the quick
 * steps alone (`npm run check`); `--full` sets PRESSMARK_FULL=1 for the long forms of the tests (`npm run test:full`).
 */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { runLocal } from './local-command';
import {
  add,
  type Count,
  closingLine,
  countPlaywright,
  countStep,
  countVitest,
  NOTHING,
} from './test/count-results';
import { atOnce, STEPS, type Step } from './test/steps';

interface Outcome {
  readonly step: Step;
  readonly count: Count;
  readonly seconds: number;
  readonly isRun: boolean;
}

async function run(step: Step, env: NodeJS.ProcessEnv): Promise<Count> {
  const { report } = step;
  if (!report)
    return countStep((await runLocal(step.program, step.args, { show: true, minutes: 30, env })).code);
  await mkdir(dirname(report.path), { recursive: true });
  await rm(report.path, { force: true });
  const { code } = await runLocal(step.program, step.args, {
    show: true,
    minutes: 80,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report.path },
  });
  const text = await readFile(report.path, 'utf8').catch(() => null);
  // Without a report the tests did not run to their end, whatever the exit code says.
  if (text === null) return countStep(1);
  return report.by === 'vitest' ? countVitest(text, code) : countPlaywright(text, code);
}

async function attempt(step: Step, failed: ReadonlySet<string>, env: NodeJS.ProcessEnv): Promise<Outcome> {
  const missing = step.needs.filter((name) => failed.has(name));
  console.log(`\n── ${step.name} ${'─'.repeat(Math.max(2, 70 - step.name.length))}`);
  if (missing.length > 0) {
    console.log(`not run: it needs ${missing.join(' and ')}`);
    return { step, count: countStep(1), seconds: 0, isRun: false };
  }
  const start = performance.now();
  const count = await run(step, env);
  return { step, count, seconds: (performance.now() - start) / 1000, isRun: true };
}

function tableLine({ step, count, seconds, isRun }: Outcome): string {
  const verdict = !isRun ? 'not run' : count.failed > 0 ? 'FAILED' : 'ok';
  const counted = step.report ? closingLine(count) : '';
  return `${verdict.padEnd(8)}${seconds.toFixed(1).padStart(7)} s  ${step.name.padEnd(28)}${counted}`.trimEnd();
}

async function main(args: readonly string[]): Promise<void> {
  const steps = args.includes('--check') ? STEPS.filter(({ quick }) => quick) : STEPS;
  const env = args.includes('--full') ? { PRESSMARK_FULL: '1' } : {};
  const failed = new Set<string>();
  const outcomes: Outcome[] = [];
  const start = performance.now();
  for (const group of atOnce(steps)) {
    for (const outcome of await Promise.all(group.map((step) => attempt(step, failed, env)))) {
      if (outcome.count.failed > 0) failed.add(outcome.step.name);
      outcomes.push(outcome);
    }
  }
  const total = outcomes.map(({ count }) => count).reduce(add, NOTHING);
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `\n${outcomes.map(tableLine).join('\n')}\n        ${seconds.toFixed(1).padStart(7)} s  in all\n`,
  );
  console.log(closingLine(total));
  process.exitCode = total.failed > 0 ? 1 : 0;
}

// A run that is ended takes the program it started along (see `runLocal`).
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
await main(process.argv.slice(2));
