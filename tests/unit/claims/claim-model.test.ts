import { describe, expect, it } from 'vitest';
import { type ClaimModel, loadClaimModel, SECTIONS } from '../../../lib/claims/claim-model';
import { ModelFormatError, writeModel } from '../../../lib/tagging/model-format';
import { tinyModel } from './tiny-model';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function fileOf(model: ClaimModel, change: ReadonlyMap<string, Uint8Array> = new Map()): Uint8Array {
  const { bits, scale, bias, rows } = model.worth;
  return writeModel({
    ...model.tags,
    extra: new Map([
      [SECTIONS.links, writeModel(model.links!)],
      [SECTIONS.worth, new Uint8Array(rows.buffer)],
      [SECTIONS.clusters, encode('0\tsaid says told\n1\tport harbour')],
      [
        SECTIONS.settings,
        encode(JSON.stringify({ worth: { bits, scale, bias }, calibration: model.calibration })),
      ],
      ...change,
    ]),
  });
}

describe('loadClaimModel', () => {
  it('reads back every part of the file', () => {
    const model = tinyModel();
    const read = loadClaimModel(fileOf(model));
    expect(read.tags.weights).toEqual(model.tags.weights);
    expect(read.links?.labels).toEqual(model.links?.labels);
    expect(read.worth).toEqual(model.worth);
    expect(read.calibration).toEqual(model.calibration);
    expect(read.clusters.fine('told')).toBe(read.clusters.fine('said'));
    expect(read.clusters.fine('nowhere')).toBe(-1);
  });

  it('refuses a file that is none, or cut short', () => {
    const file = fileOf(tinyModel());
    expect(() => loadClaimModel(encode('no model at all'))).toThrow(ModelFormatError);
    expect(() => loadClaimModel(new Uint8Array(0))).toThrow(ModelFormatError);
    expect(() => loadClaimModel(file.subarray(0, file.length - 10))).toThrow(ModelFormatError);
  });

  it('refuses a tagger’s file without the parts of the claim engine', () => {
    expect(() => loadClaimModel(writeModel(tinyModel().tags))).toThrow(/has no section/);
  });

  it.each([
    ['settings that are no JSON', SECTIONS.settings, encode('{')],
    ['settings without numbers', SECTIONS.settings, encode('{"worth":{},"calibration":{"weights":[]}}')],
    ['weights of another size', SECTIONS.worth, new Uint8Array(3)],
    ['links that are no model', SECTIONS.links, encode('links')],
  ])('refuses %s', (_what, section, bytes) => {
    expect(() => loadClaimModel(fileOf(tinyModel(), new Map([[section, bytes]])))).toThrow(ModelFormatError);
  });
});
