import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { analyseLine } from './analyse/analyse-line';
import { type Analysed, FoundExport } from './analyse/export-found';
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
  const found = new FoundExport();
  const now = new Date().toISOString();
  let code = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (!line.trim()) continue;
    const { output, failed } = analyseLine(line, models, options);
    if (failed) code = 1;
    if (options.format) {
      // Standard output is the export file alone; a line that failed is told beside it.
      if (failed) process.stderr.write(`${JSON.stringify(output)}\n`);
      else await found.add(output as Analysed, (JSON.parse(line) as { url?: string }).url, now);
      continue;
    }
    if (!process.stdout.write(`${JSON.stringify(output)}\n`)) await once(process.stdout, 'drain');
  }
  for (const chunk of options.format?.write(found.set(now)) ?? []) process.stdout.write(chunk);
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
