import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const SCRIPT = `
  import { spawn } from 'node:child_process';
  import { endAlong } from './tests/support/end-along.ts';
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { stdio: 'ignore' });
  endAlong(child);
  console.log(child.pid);
  process.exit(0);
`;

it('leaves no program behind when a test is ended before the program has started in full', async () => {
  const args = ['--import', 'tsx', '--input-type=module', '-e', SCRIPT];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const id = Number(stdout);
  expect(id).toBeGreaterThan(0);
  const isThere = () => {
    try {
      return process.kill(id, 0);
    } catch {
      return false;
    }
  };
  await expect.poll(isThere, { timeout: 5_000 }).toBe(false);
});
