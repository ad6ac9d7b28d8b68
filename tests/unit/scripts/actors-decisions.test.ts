import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSpan, spansOf, writeSpan } from '../../../scripts/train/actors-spans';

const SCRIPT = 'scripts/train/actors-decisions.ts';
const sentence = {
  id: 12,
  tokens: ['The', 'Harbour', 'Union', 'met', 'Ana', 'Okoye', 'in', 'Lagos', '.'],
  agreed: [{ from: 7, to: 7, type: 'LOC' }],
  differing: [
    { from: 1, to: 2, one: 'ORG', two: null },
    { from: 4, to: 5, one: null, two: 'PER' },
  ],
};

/** A folder with one packet of one sentence, and the given decisions on it. */
function decided(first: string, second = '') {
  const folder = mkdtempSync(join(tmpdir(), 'decisions-'));
  const put = (name: string, text: string) => {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, '001.txt'), text);
  };
  writeFileSync(join(folder, 'sentences.jsonl'), `${JSON.stringify(sentence)}\n`);
  put('packets', '12  The {a Harbour_1 Union_2 a} met …\n');
  put('decisions', first);
  if (second) put('second-decisions', second);
  return { folder, file: join(folder, 'decisions', '001.txt') };
}

const check = (first: string) => {
  const { folder, file } = decided(first);
  const { status, stdout, stderr } = spawnSync('node_modules/.bin/tsx', [SCRIPT, 'check', folder, file], {
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
};

describe('decisions on newswire names', () => {
  it('writes spans as it reads them, and reads them off tags', () => {
    const spans = spansOf(['O', 'B-ORG', 'I-ORG', 'O', 'B-PER', 'B-PER']);
    expect(spans.map(writeSpan)).toEqual(['ORG@1-2', 'PER@4', 'PER@5']);
    expect(spans.map((span) => readSpan(writeSpan(span)))).toEqual(spans);
    expect(readSpan('CITY@3')).toBeNull();
  });

  it('accepts a whole decision, and names what is wrong with another', () => {
    expect(check('12 a=ORG b=PER\n')).toMatchObject({ status: 0 });
    for (const [line, complaint] of [
      ['12 a=ORG', 'no decision on b'],
      ['12 a=ORG b=CITY', 'PER, ORG, LOC, MISC or -'],
      ['12 a=ORG b=PER +LOC@5', 'overlap'],
      ['12 a=ORG b=PER +LOC@40', 'outside'],
      ['12 a=ORG b=PER -@3', 'no agreed span there'],
      ['99 a=ORG', 'no such sentence'],
      ['', '12 is missing'],
    ] as const) {
      const { status, said } = check(`${line}\n`);
      expect(status, line).toBe(1);
      expect(said, line).toContain(complaint);
    }
    // Eight processes, one after the other.
  }, 90_000);

  it('compares two readings span by span', () => {
    const { folder } = decided('12 a=ORG b=PER\n', '12 a=ORG b=-\n');
    const said = execFileSync('node_modules/.bin/tsx', [SCRIPT, 'agree', folder], { encoding: 'utf8' });
    // Three names against two, two of them the same.
    expect(said).toContain('1 sentences read twice, 3 spans: F1 of spans 80.0, with types 80.0');
  });
});
