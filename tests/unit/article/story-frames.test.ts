import { describe, expect, it } from 'vitest';
import { detectArticle } from '../../../lib/article/detect-article';
import { documentText } from '../../../lib/article/document-text';
import { storyFrames } from '../../../lib/article/story-frames';
import { surveyPage } from '../../../lib/article/survey-page';
import { sample } from '../../e2e/site';
import { framed, page } from './page';

const SENTENCE =
  'The harbour opened again on Thursday after forty-one days, the pilots of both countries said.';
const STORY = `<body>${`<p>${SENTENCE} ${SENTENCE}</p>`.repeat(4)}<p>The last line of the story.</p></body>`;
const AD = '<body><p>Buy now!</p><p>Half price.</p></body>';
const words = (ranges: readonly Range[]) => ranges.map(String).join(' ');

describe('frames of the page', () => {
  it('are stories where they hold running text, within one another too; advertisements are none', () => {
    const document = page('<iframe id="ad"></iframe><iframe id="story"></iframe>');
    framed(document, '#ad', AD);
    const outer = framed(document, '#story', `${STORY}<iframe></iframe>`);
    const inner = framed(outer, 'iframe', STORY);
    expect(storyFrames(document)).toEqual([outer, inner]);
  });

  it('are not looked into where they are stated to be small; a share of the page is no such size', () => {
    const document = page(
      '<iframe width="640" height="90"></iframe><iframe width="100%" height="900px"></iframe>',
    );
    framed(document, '[height="90"]', STORY);
    const inner = framed(document, '[height="900px"]', STORY);
    expect(storyFrames(document)).toEqual([inner]);
  });

  it('are read where they stand in the page', () => {
    const document = page('<p>Before the frame.</p><iframe></iframe><p>After it.</p>');
    framed(document, 'iframe', STORY);
    const { text } = documentText(document);
    expect(text.indexOf('Before the frame.')).toBe(0);
    expect(text).toMatch(/The last line of the story\.\nAfter it\.$/);
    expect(text.split(SENTENCE)).toHaveLength(9);
  });

  it('are left out where the page hides them', () => {
    const document = page('<p>Before.</p><iframe hidden></iframe>');
    framed(document, 'iframe', STORY);
    expect(documentText(document).text).toBe('Before.');
  });

  it('give ranges in their own document, and take selections there back to the text of the page', () => {
    const document = page('<p>Before the frame.</p><iframe></iframe><p>After it.</p>');
    const inner = framed(document, 'iframe', STORY);
    const map = documentText(document);
    const start = map.text.indexOf('The last line');
    const span = { start, end: start + 'The last line of the story.'.length };
    const [range] = map.toRanges(span);
    expect(range?.startContainer.ownerDocument).toBe(inner);
    expect(map.toSpan(range!)).toEqual(span);
    // An element of the frame, and the frame itself from outside.
    const whole = inner.createRange();
    whole.selectNodeContents(inner.body);
    expect(map.toSpan(whole)).toEqual({ start: map.text.indexOf(SENTENCE), end: span.end });
    const across = document.createRange();
    across.selectNodeContents(document.body);
    expect(map.toSpan(across)).toEqual({ start: 0, end: map.text.length });
  });

  it('never join a range over their border', () => {
    const document = page('<p>Before the frame.</p><iframe></iframe><p>After it.</p>');
    framed(document, 'iframe', STORY);
    const map = documentText(document);
    const ranges = map.toRanges({ start: 0, end: map.text.length });
    expect(ranges).toHaveLength(7);
    expect(words(ranges).replace(/\s+/g, ' ')).toBe(map.text.replace(/\s+/g, ' '));
  });

  it('are dead to the text once they have gone elsewhere or are taken out', () => {
    const document = page('<p>Before the frame.</p><iframe></iframe>');
    framed(document, 'iframe', STORY);
    const map = documentText(document);
    const start = map.text.indexOf('The last line');
    expect(map.isAlive()).toBe(true);
    document.querySelector('iframe')!.remove();
    expect(map.isAlive()).toBe(false);
    expect(map.toRanges({ start, end: start + 8 })).toEqual([]);
    expect(map.toRanges({ start: 0, end: 6 }).map(String)).toEqual(['Before']);
  });

  it('do not hide an article from the detector', () => {
    const url = 'https://news.example/world/harbour-talks';
    const document = page('<title>Harbour talks</title><header>The Courier</header><iframe></iframe>', url);
    expect(detectArticle(document, url).verdict).not.toBe('article');
    framed(document, 'iframe', sample());
    expect(detectArticle(document, url).verdict).toBe('article');
  });

  it('lend the page their title, authors and date where they are what it is read for', () => {
    const url = 'https://news.example/world/harbour-talks';
    const document = page(
      '<title>The Courier: viewer</title><link rel="canonical" href="/own"><iframe></iframe>',
      url,
    );
    framed(document, 'iframe', sample());
    const alone = surveyPage(page(sample(), url), url).survey;
    const { survey } = surveyPage(document, url);
    expect(survey.documentTitle).toBe(alone.documentTitle);
    expect([survey.meta, survey.jsonLd, survey.marked, survey.times]).toEqual([
      alone.meta,
      alone.jsonLd,
      alone.marked,
      alone.times,
    ]);
    expect(survey.canonicalLinks).toEqual(['/own']);
    expect(survey.blocks.map(({ readable }) => readable)).toEqual(
      alone.blocks.map(({ readable }) => readable),
    );
  });

  it('are not taken for what a page names like their properties', () => {
    const document = page(
      '<form><input name="contentDocument"><input name="ownerDocument"></form><img name="defaultView"><iframe></iframe>',
    );
    const inner = framed(document, 'iframe', `<img name="defaultView"><img name="body">${STORY}`);
    expect(storyFrames(document)).toEqual([inner]);
    expect(documentText(document).text).toContain('The last line of the story.');
  });
});
