import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CorpusError, plainOf, readArticleFile, scaffold, weave } from '../../../scripts/corpus/article-file';
import { convert } from '../../../scripts/corpus/convert';
import { CORPUS, readFolder, readParts, readSplit } from '../../../scripts/corpus/read-corpus';
import { attributionsOf, corpusArticles, namesOf } from '../../../scripts/train/corpus-data';

const { articles, errors } = readFolder(`${CORPUS}/articles`);
const PLAIN =
  '# Ferry off\ngenre: report\n\n“We will sail,” said Ana Okoye on Monday. She denied a strike.\n';

const convertText = (text: string) => convert('00-x', readArticleFile(text));
const annotated = (marks: string) => weave(scaffold(PLAIN), marks);

describe('the corpus', () => {
  it('can be read without an error', () => {
    expect(errors).toEqual([]);
    expect(articles.size).toBeGreaterThan(0);
  });

  it.each([...articles.values()])('slices every mention of $id to its words', ({ text, actors }) => {
    const mentions = actors.flatMap((actor) => actor.mentions);
    expect(mentions.length).toBeGreaterThan(10);
    for (const mention of mentions) expect(text.slice(mention.start, mention.end)).toBe(mention.text);
  });

  it.each([...articles.values()])(
    'keeps every span of the claims of $id inside its text',
    ({ text, claims }) => {
      expect(claims.length).toBeGreaterThan(5);
      for (const { source, cue, content } of claims) {
        expect(content.length).toBeGreaterThan(0);
        for (const [start, end] of [...source, ...cue, ...content]) {
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          expect(end).toBeGreaterThan(start);
        }
      }
    },
  );

  it('gives every article one part: six tune, ten test, the others train or are fresh', () => {
    const split = readSplit();
    const count = (part: string) => [...split.values()].filter((own) => own === part).length;
    expect([count('tuning'), count('test')]).toEqual([6, 10]);
    expect(count('training') + count('fresh')).toBe(split.size - 16);
    expect([...articles.keys()].sort()).toEqual([...split.keys()].sort());
  });

  it.each([...articles.keys()])('gives back the words and blocks of %s from its numbered form', (id) => {
    const plain = plainOf(readArticleFile(readFileSync(`${CORPUS}/articles/${id}.txt`, 'utf8')));
    expect(plain).not.toMatch(/^ {2}[@>!]/m);
    expect(plainOf(readArticleFile(scaffold(plain)))).toBe(plain);
  });

  it('hands trainers no article of the test and the fresh part', () => {
    const tests = new Set(readParts(['test', 'fresh']).map(({ id }) => id));
    for (const part of ['training', 'tuning'] as const) {
      for (const article of corpusArticles(part)) {
        expect(tests.has(article.id)).toBe(false);
        expect(namesOf(article).ents.length).toBeGreaterThan(0);
        expect(attributionsOf(article).attributions.length).toBeGreaterThan(0);
      }
    }
  });
});

describe('the markup', () => {
  it('reads a claim over two sentences with its source, cue and actor', () => {
    const marks =
      'actors\nokoye P Ana Okoye\n\n1 @ Ana Okoye=okoye\n> okoye: Ana Okoye | said | “We will sail,”\n';
    const { text, claims, actors } = convertText(annotated(marks));
    const slice = (segments: readonly (readonly [number, number])[]) =>
      segments.map(([start, end]) => text.slice(start, end));
    expect(claims).toHaveLength(1);
    expect(slice(claims[0]!.content)).toEqual(['“We will sail,”']);
    expect(slice(claims[0]!.cue)).toEqual(['said']);
    expect(claims[0]).toMatchObject({
      kind: 'direct',
      modality: 'assertion',
      negated: false,
      actor: 'okoye',
    });
    expect(actors[0]).toMatchObject({ name: 'Ana Okoye', type: 'person' });
  });

  it('names the line of a span that is not there, and of an actor nobody introduced', () => {
    const missing = 'actors\nokoye P Ana Okoye\n\n1 > okoye: Ana Okoye | shouted | “We will sail,”\n';
    expect(() => convertText(annotated(missing))).toThrow(CorpusError);
    const unknown = 'actors\nokoye P Ana Okoye\n\n1 @ Ana Okoye=somebody\n';
    expect(() => convertText(annotated(unknown))).toThrow(/somebody/);
  });
});
