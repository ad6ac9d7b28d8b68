import { describe, expect, it } from 'vitest';
import type { PageReport } from '../../../lib/messaging/protocol';
import type { Actor } from '../../../lib/model/actor';
import type { Claim } from '../../../lib/model/claim';
import { describeReport } from '../../../scripts/demo/describe-report';

const TEXT = 'Fonoti said the port is open. Ships wait.';
const mention = { start: 0, end: 6, text: 'Fonoti', form: 'name', type: 'person', confidence: 1 } as const;
const fonoti: Actor = {
  id: 'a1',
  name: 'Keala Fonoti',
  type: 'person',
  confidence: 1,
  mentions: [mention],
  why: [],
};
const claim: Claim = {
  id: 'c1',
  kind: 'indirect',
  modality: 'assertion',
  negated: false,
  start: 12,
  end: 28,
  segments: [[12, 28]],
  source: { start: 0, end: 6, actor: 'a1' },
  cue: { start: 7, end: 11 },
  checkworthy: 0.2,
  score: 0.9,
  shown: true,
  why: [],
};
const own: Claim = {
  ...claim,
  id: 'c2',
  kind: 'author',
  start: 30,
  end: 40,
  source: null,
  cue: null,
  shown: false,
};
const report: PageReport = {
  detection: { verdict: 'article', score: 0.98, why: ['json-ld', 'paragraphs'] },
  article: {
    url: 'http://127.0.0.1/a',
    text: TEXT,
    blocks: [{ kind: 'paragraph', start: 0, end: TEXT.length }],
    title: 'The port opens',
    authors: ['Mina Castellan'],
    siteName: null,
    publishedTime: null,
    modifiedTime: null,
    section: null,
    lang: 'en',
    canonicalUrl: null,
    provenance: {},
  },
  actors: [fonoti],
  claims: [claim, own],
  notes: [],
  mode: 'article',
  saysView: false,
  isReading: false,
  language: 'en',
};

describe('the report of the demo', () => {
  const lines = describeReport(report).split('\n');

  it('tells the verdict, title and author, and shows a dash where nothing is known', () => {
    expect(lines[0]).toBe('verdict    article (0.98; json-ld, paragraphs)');
    expect(lines).toContain('title      The port opens');
    expect(lines).toContain('authors    Mina Castellan');
    expect(lines).toContain('outlet     –');
  });

  it('lists actors with letter, type and number of mentions', () => {
    expect(lines.find((line) => line.includes('Keala Fonoti') && line.includes('person'))).toMatch(
      /^ {2}P {2}Keala.* 1 ×$/,
    );
  });

  it('writes a claim as source, cue and content, under the name of its actor', () => {
    expect(lines).toContain('  ▌ indirect Keala Fonoti → said → the port is open');
    expect(lines.at(-1)).toMatch(/and 1 further statements/);
  });

  it('says no more than the verdict of a page that is no article', () => {
    expect(
      describeReport({ ...report, article: null, detection: { verdict: 'no', score: 0.01, why: [] } }),
    ).toMatch(/^verdict {4}no \(0\.01; \)$/);
    expect(describeReport({ ...report, article: null, detection: null })).toBe('verdict    none');
  });
});
