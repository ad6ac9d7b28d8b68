import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { analyseLine } from './analyse/analyse-line';
import { HELP, readOptions } from './analyse/options';
import { readModels } from './analyse/read-models';

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', () => process.exit(0));

/** Batch mode: JSON lines in, JSON lines out; the contract is in `HELP` and the README. Gives the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options.help) {
    process.stderr.write(HELP);
    return 0;
  }
  const models = readModels((message) => process.stderr.write(`${message}\n`));
  let code = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (!line.trim()) continue;
    const { output, failed } = analyseLine(line, models, options);
    if (failed) code = 1;
    if (!process.stdout.write(`${JSON.stringify(output)}\n`)) await once(process.stdout, 'drain');
  }
  return code;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
