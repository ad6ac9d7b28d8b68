import type { ChildProcess } from 'node:child_process';

/** Ends a program when this process ends: whoever is ended while the program still starts could not end it in order. */
export function endAlong(child: ChildProcess): void {
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
}
