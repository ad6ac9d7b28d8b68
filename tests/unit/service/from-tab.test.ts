import { describe, expect, it } from 'vitest';
import type { Sender } from '../../../lib/messaging/server';
import { SAMPLE_KEY } from '../../../lib/notes/article-key';
import { fromTab, onOwnNote, onOwnSite, onOwnWord } from '../../../lib/service/from-tab';
import { Refusal } from '../../../lib/service/service';
import { removeVersion, writeVersion } from '../../../lib/team/write-version';
import { ID, quickHash, sampleFields, stampOf } from '../team/sample-annotation';

const page = (url: string | null, kind: Sender['kind'] = 'page'): Sender => {
  return { kind, tabId: 1, frameId: 0, url, isPrivate: false };
};

describe('what a page may ask about', () => {
  it.each([
    ['https://example.org/story', 'https://example.org/story?utm_source=mail'],
    ['https://example.org/story', 'http://www.example.org/other'],
  ])('are articles of its own site: %s on %s', (article, url) => {
    expect(() => onOwnSite(article, page(url))).not.toThrow();
  });

  it.each([
    ['https://example.org/story', 'https://evil.example/'],
    ['https://example.org/story', 'https://example.org.evil.example/story'],
    ['https://example.org/story', 'https://example.org:8443/story'],
    ['https://example.org/story', null],
    [SAMPLE_KEY, 'https://example.org/story'],
  ])('are no articles of another one: %s on %s', (article, url) => {
    expect(() => onOwnSite(article, page(url))).toThrow(Refusal);
    expect(() => onOwnSite(article, page(url, 'extension'))).not.toThrow();
  });

  it('are notes of its own site, deleted ones among them', async () => {
    const own = page('https://example.org/other');
    const evil = page('https://evil.example/');
    const note = await writeVersion(null, ID, {}, sampleFields(), stampOf('a'), quickHash);
    const gone = await removeVersion(note, note.ctx, '2026-03-01T09:05:00.000Z', stampOf('a', 5), quickHash);
    for (const record of [note, gone]) {
      expect(() => onOwnNote(record, page(sampleFields().article))).not.toThrow();
      expect(() => onOwnNote(record, evil)).toThrow(Refusal);
      expect(() => onOwnNote(record, { ...evil, kind: 'extension' })).not.toThrow();
    }
    expect(() => onOwnNote(null, own)).not.toThrow();
  });

  it('are corrections that hold on its own site', () => {
    const word = { surface: 'Okoye', action: 'mute', author: '', created: '' } as const;
    const article = { ...word, scope: 'article', where: 'https://example.org/story' } as const;
    const site = { ...word, scope: 'site', where: 'example.org' } as const;
    for (const entry of [article, site]) {
      expect(() => onOwnWord(entry, page('https://example.org/other'))).not.toThrow();
      expect(() => onOwnWord(entry, page('https://evil.example/'))).toThrow(Refusal);
      expect(() => onOwnWord(entry, page(null))).toThrow(Refusal);
      expect(() => onOwnWord(entry, page(null, 'extension'))).not.toThrow();
    }
    expect(() => onOwnWord({ ...word, scope: 'everywhere' }, page('https://evil.example/'))).not.toThrow();
  });

  it('is asked for the top frame of a tab alone', () => {
    expect(fromTab(page('https://example.org/story'))).toEqual({
      tabId: 1,
      url: 'https://example.org/story',
    });
    expect(() => fromTab({ ...page('https://example.org/story'), frameId: 3 })).toThrow(Refusal);
    expect(() => fromTab({ ...page('https://example.org/story'), tabId: null })).toThrow(Refusal);
  });
});
