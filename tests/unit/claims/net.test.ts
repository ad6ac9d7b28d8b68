import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadClaimModel, SECTIONS } from '../../../lib/claims/claim-model';
import { findClaims } from '../../../lib/claims/find-claims';
import { loadNet } from '../../../lib/claims/net-model';
import { ModelFormatError, readModel } from '../../../lib/tagging/model-format';
import { blocksOf } from '../../../lib/text/blocks';

const file = readFileSync(new URL('../../../assets/models/claims.bin', import.meta.url));
const model = loadClaimModel(file);
const { extra } = readModel(file);
const bytes = extra.get(SECTIONS.net)!;
const words = new TextDecoder().decode(extra.get(SECTIONS.words));

const ODD = [
  '“He said “that” and «this» „or not“, she said.',
  'SAID SAID SAID “ ” “ ” said: said',
  'Q: Who said so?\nA: “They all did\n“and more,” he said',
  `${'said “no” he '.repeat(700)}`,
  '| a | b |\n| 1 | said |\n\n•',
  'THE PORT WILL CLOSE, MAYOR SAYS\nMAYOR TOVAN:\n“It is over.\n“It is,” he said: ‘»so«’\n\n1. He said:\n\n„Nein.\n„Nie,“',
  'She said:\n\n“',
];

describe('the net of the claim engine', () => {
  it('finds the same claims in WebAssembly and in JavaScript', () => {
    const plain = { ...model, net: loadNet(bytes, words, true) };
    expect([model.net?.kernel.fast, plain.net.kernel.fast]).toEqual([true, false]);
    const text =
      'Mira Tovan said that the port will close. “It will,” Osk Belan agreed.\nShe hopes for more talks.';
    const spans = (one: typeof model) =>
      findClaims(text, blocksOf(text), [], one).map(({ segments, kind }) => [kind, ...segments]);
    expect(spans(model).length).toBeGreaterThan(1);
    expect(spans(plain)).toEqual(spans(model));
  });

  it.each(ODD)('keeps every span inside the text of odd input: %.20s', (text) => {
    for (const { start, end, segments } of findClaims(text, blocksOf(text), [], model)) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(text.length);
      for (const [from, to] of segments) expect(to).toBeGreaterThan(from);
    }
  });

  it('refuses matrices that are cut short, and a list of words of another length', () => {
    expect(() => loadNet(bytes.subarray(0, bytes.length - 1), words)).toThrow(ModelFormatError);
    expect(() => loadNet(bytes, `${words}\nmore`)).toThrow(ModelFormatError);
  });
});
