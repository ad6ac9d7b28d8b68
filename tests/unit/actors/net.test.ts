import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadActorModel, SECTIONS } from '../../../lib/actors/actor-model';
import { FeatureReader } from '../../../lib/actors/features';
import { findActors } from '../../../lib/actors/find-actors';
import { loadActorNet, scoreSentence } from '../../../lib/actors/net';
import { netInputs } from '../../../lib/actors/net-inputs';
import { readText } from '../../../lib/actors/reading';
import { ModelFormatError, readModel } from '../../../lib/tagging/model-format';

const file = new Uint8Array(readFileSync(new URL('../../../assets/models/actors.bin', import.meta.url)));
const model = loadActorModel(file);
const { extra, labels } = readModel(file);
const bytes = extra.get(SECTIONS.net)!;
const words = new TextDecoder().decode(extra.get(SECTIONS.words));
const plain = loadActorNet(bytes, words, labels.length, true);
const TEXT = 'Mira Tovan of the National Grain Board flew to Kutaisi.\nMinister Osk Belan said no.';

describe('the net of the actors engine', () => {
  it('scores alike in WebAssembly and in JavaScript', () => {
    expect([model.net?.kernel.fast, plain.kernel.fast]).toEqual([true, false]);
    const reading = readText(TEXT);
    const { columns } = new FeatureReader(reading, model.clusters);
    for (const sentence of reading.sentences) {
      const [fast, slow] = [model.net!, plain].map((net) =>
        scoreSentence(net, netInputs(reading, columns, net.vocabulary), sentence),
      );
      expect(fast).toHaveLength((sentence.to - sentence.from) * labels.length);
      fast!.forEach((score, at) => {
        expect(score).toBeCloseTo(slow![at]!, 3);
      });
    }
  });

  it('finds the same names in both', () => {
    const names = (one: typeof model) => findActors(TEXT, [], one).map(({ name, type }) => [name, type]);
    expect(names({ ...model, net: plain })).toEqual(names(model));
    expect(names(model)).toContainEqual(['Mira Tovan', 'person']);
  });

  it('scores a sentence alike wherever it stands and whatever was read before', () => {
    const once = findActors(TEXT, [], model);
    findActors('SHOUTED LINE 🙂 '.repeat(200), [], model);
    expect(findActors(TEXT, [], model)).toEqual(once);
  });

  it('is not needed: a file without it is read, and the tagger decides alone', () => {
    expect(findActors(TEXT, [], { ...model, net: null }).length).toBeGreaterThan(1);
  });

  it('refuses matrices that are cut short, and a list of words of another length', () => {
    expect(() => loadActorNet(bytes.subarray(0, bytes.length - 1), words, labels.length)).toThrow(
      ModelFormatError,
    );
    expect(() => loadActorNet(bytes, `${words}\nmore`, labels.length)).toThrow(ModelFormatError);
    expect(() => loadActorNet(bytes, words, labels.length + 1)).toThrow(ModelFormatError);
  });
});
