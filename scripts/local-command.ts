import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** What a program that Ctrl-C ended says, by the custom of shells. */
const INTERRUPTED = 130;

export interface Ran {
  readonly code: number;
  /** Standard output and standard error, as they came. */
  readonly output: string;
}

/**
 * Runs a program that `npm ci` installed (`wxt`, `biome`, …) from the project's folder. With `show`, its output is
 * passed through while it runs. Ends it after `minutes`; its code is then 124, as `timeout` has it.
 */
export function runLocal(
  program: string,
  args: readonly string[],
  options: { readonly show: boolean; readonly minutes?: number; readonly env?: NodeJS.ProcessEnv },
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(join('node_modules', '.bin', program), [...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      // Some programs colour what they write even into a pipe.
      env: { ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }), ...options.env },
      // On Windows the programs are .cmd files, which only a shell starts.
      shell: process.platform === 'win32',
    });
    let output = '';
    const take = (chunk: Buffer) => {
      output += chunk.toString();
      if (options.show) process.stdout.write(chunk);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const end = () => child.kill();
    process.once('exit', end);
    // Ctrl-C reaches both; whoever leaves first leaves the other to nobody, who does not always see to it that it is gone.
    const interrupt = () => {
      child.once('close', () => process.exit(INTERRUPTED));
      child.kill('SIGINT');
    };
    process.once('SIGINT', interrupt);
    let isLate = false;
    const timer = setTimeout(
      () => {
        isLate = true;
        child.kill('SIGKILL');
      },
      (options.minutes ?? 10) * 60_000,
    );
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      process.off('exit', end);
      process.off('SIGINT', interrupt);
      resolve({ code: isLate ? 124 : (code ?? 1), output });
    });
  });
}
