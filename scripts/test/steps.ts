/** One step of `npm test`. Its program is one that `npm ci` installed. */
export interface Step {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  /** Names of steps that must have passed; otherwise this one is counted as failed without being run. */
  readonly needs: readonly string[];
  /** Part of the quick run, `npm run check`. */
  readonly quick: boolean;
  /** Neighbours with the same word run at once. */
  readonly beside?: string;
  /** The report that counts its tests; a step without one counts as one. */
  readonly report?: { readonly by: 'vitest' | 'playwright'; readonly path: string };
}

const RESULTS = 'test-results';

function vitest(): Step {
  const path = `${RESULTS}/vitest.json`;
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
  return { name: 'unit', program: 'vitest', args, needs: [], quick: true, report: { by: 'vitest', path } };
}

function endToEnd(project: string, build: string): Step {
  return {
    name: `end to end, ${project}`,
    program: 'playwright',
    args: ['test', `--project=${project}`, `--output=${RESULTS}/${project}`],
    needs: ['browsers', build],
    quick: false,
    // Each waits for its browser most of the time, and two cores carry both.
    beside: 'browsers',
    report: { by: 'playwright', path: `${RESULTS}/playwright-${project}.json` },
  };
}

function check(name: string, program: string, ...args: readonly string[]): Step {
  // Each works on one core alone.
  return { name, program, args, needs: [], quick: true, beside: 'checks' };
}

/** The steps in their order, those together that run at once. */
export function atOnce(steps: readonly Step[]): Step[][] {
  const groups: Step[][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (step.beside !== undefined && last?.[0]?.beside === step.beside) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

/** Every step in its order. The builds come before the unit tests because some of those read what was built. */
export const STEPS: readonly Step[] = [
  { name: 'browsers', program: 'tsx', args: ['scripts/browsers.ts'], needs: [], quick: false },
  check('format and lint', 'biome', 'ci', '--error-on-warnings'),
  check('types', 'tsc', '-p', 'tsconfig.json', '--noEmit'),
  check('types of the pure folders', 'tsc', '-p', 'tsconfig.pure.json'),
  check(
    'dependency rules',
    'depcruise',
    '--config',
    '.dependency-cruiser.cjs',
    'entrypoints',
    'components',
    'lib',
  ),
  check('dead code', 'knip'),
  { name: 'build, Chrome', program: 'wxt', args: ['build'], needs: [], quick: false },
  {
    name: 'build, Firefox',
    program: 'wxt',
    args: ['build', '-b', 'firefox', '--mv3'],
    needs: [],
    quick: false,
  },
  vitest(),
  {
    name: 'add-on rules',
    program: 'web-ext',
    args: ['lint', '--no-config-discovery', '--source-dir', '.output/firefox-mv3'],
    needs: ['build, Firefox'],
    quick: false,
  },
  { name: 'size', program: 'tsx', args: ['scripts/size.ts'], needs: ['build, Chrome'], quick: false },
  endToEnd('chromium', 'build, Chrome'),
  endToEnd('firefox', 'build, Firefox'),
];
