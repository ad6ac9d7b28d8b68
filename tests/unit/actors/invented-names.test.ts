import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadActorModel } from '../../../lib/actors/actor-model';
import { findActors } from '../../../lib/actors/find-actors';
import { type Marked, type MarkedName, readMarks } from '../../support/read-marks';

const bytes = (path: string): Buffer => readFileSync(new URL(path, import.meta.url));
const model = loadActorModel(new Uint8Array(bytes('../../../assets/models/actors.bin')));

const fixture = (name: string): string => bytes(`../../fixtures/actors/${name}`).toString().trim();
/** Marked before the engine was asked; none of the names exists. */
const sentences = fixture('invented-names.txt').split('\n').map(readMarks);
/** Whole articles with headline, dateline, credits and links to others, also marked before; rules were made looking at the errors. */
const articles = ['business', 'courts', 'foreign', 'health', 'science', 'council', 'sport', 'labour'].map(
  (name) => readMarks(fixture(`invented-articles/${name}.txt`)),
);

/** A state is found as a place and made a state where it acts as one. */
const isRight = (name: MarkedName, types: readonly string[]): boolean =>
  types.includes(name.type) || (name.type === 'state' && types.includes('place'));

function readAll(texts: readonly Marked[]): { found: number; right: number; all: number; strange: number } {
  const sum = { found: 0, right: 0, all: 0, strange: 0 };
  for (const { text, names } of texts) {
    const mentions = findActors(text, [], model).flatMap(({ type, mentions: own }) =>
      own
        .filter(({ form }) => form === 'name')
        .map((mention) => ({ ...mention, types: [type, mention.type] })),
    );
    for (const name of names) {
      const mention = mentions.find(({ start, end }) => start === name.start && end === name.end);
      sum.all += 1;
      if (mention) sum.found += 1;
      if (mention && isRight(name, mention.types)) sum.right += 1;
    }
    sum.strange += mentions.filter(
      ({ start, end }) => !names.some((name) => name.start < end && start < name.end),
    ).length;
  }
  return sum;
}

describe('sentences whose names nobody has heard of', () => {
  it('give up nearly all of them, nine in ten with the right type, and no other', () => {
    const { found, right, all, strange } = readAll(sentences);
    expect(all).toBeGreaterThan(90);
    expect(found / all).toBeGreaterThan(0.93);
    expect(right / all).toBeGreaterThan(0.88);
    expect(strange).toBeLessThan(2);
  });
});

describe('whole articles whose names nobody has heard of', () => {
  it('give up nearly all of their actors with the right type, furniture included', () => {
    const { found, right, all, strange } = readAll(articles);
    expect(all).toBeGreaterThan(340);
    expect(found / all).toBeGreaterThan(0.96);
    expect(right / all).toBeGreaterThan(0.93);
    expect(strange).toBeLessThan(8);
  });
});
