import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ModelFormatError, readModel, type TaggerModel, writeModel } from '../../../lib/tagging/model-format';

const model: Omit<TaggerModel, 'version'> = {
  task: 'weather',
  labels: ['O', 'U-sun'],
  bits: 3,
  scale: 0.25,
  weights: Int8Array.from({ length: 16 }, (_, at) => at * 16 - 128),
  transitions: Float32Array.from([0.5, -1, 2, Number.NEGATIVE_INFINITY]),
  starts: Float32Array.from([0, 1]),
  ends: Float32Array.from([1, 0]),
  extra: new Map([['words', new TextEncoder().encode('clouds')]]),
};

function codeOf(bytes: Uint8Array): string {
  try {
    readModel(bytes);
    return 'read';
  } catch (error) {
    return error instanceof ModelFormatError ? error.code : 'another error';
  }
}

describe('the model file', () => {
  it('gives back what was written', () => {
    const { version, ...read } = readModel(writeModel(model));
    expect(version).toBe(1);
    expect(read).toEqual(model);
  });

  it('gives the same bytes for the same model', () => {
    expect(writeModel(model)).toEqual(writeModel(structuredClone(model)));
  });

  it('reads from the middle of a larger buffer, as Node gives files', () => {
    const bytes = writeModel(model);
    const pool = Buffer.alloc(bytes.length + 40, 7);
    pool.set(bytes, 13);
    const part = pool.subarray(13, 13 + bytes.length);
    expect(readModel(part).weights).toEqual(model.weights);
    pool.fill(0);
    expect(readModel(bytes).extra.get('words')).toEqual(model.extra.get('words'));
  });

  it('names what is wrong with a file that is cut off, too long, newer or no model', () => {
    const bytes = writeModel(model);
    expect(codeOf(bytes.subarray(0, bytes.length - 1))).toBe('truncated');
    expect(codeOf(bytes.subarray(0, 7))).toBe('truncated');
    expect(codeOf(Uint8Array.from([...bytes, 0]))).toBe('inconsistent');
    expect(codeOf(new TextEncoder().encode('<!doctype html> not found'))).toBe('not-a-model');
    const newer = Uint8Array.from(bytes);
    newer[4] = 9;
    expect(codeOf(newer)).toBe('unknown-version');
  });

  it('never fails otherwise, whatever bytes are changed', () => {
    const bytes = writeModel(model);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(bytes.length), (at, value, length) => {
        const changed = bytes.slice(0, length);
        if (at < changed.length) changed[at] = value;
        expect(codeOf(changed)).not.toBe('another error');
      }),
      { seed: 20260101, numRuns: 1000 },
    );
  });
});
