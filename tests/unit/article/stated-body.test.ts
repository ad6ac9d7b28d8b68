import { describe, expect, it } from 'vitest';
import { statedBody } from '../../../lib/article/stated-body';

const LINE = 'The council said on Monday that the harbour would stay open until the talks have ended.';
const BODY = Array.from({ length: 10 }, (_none, i) => `${i} ${LINE}`).join('\n\n');
const source = (articleBody: unknown) => [JSON.stringify({ '@type': 'NewsArticle', articleBody })];

describe('the text that a page states without showing it', () => {
  it('is given in lines where the page shows next to nothing', () => {
    expect(statedBody(source(BODY), 'Please wait.')).toBe(BODY.replaceAll('\n\n', '\n'));
  });

  it('is rid of its markup', () => {
    const marked = `<p>${BODY.replaceAll('\n\n', '</p><p>')}</p>`;
    expect(statedBody(source(marked), '')).toBe(BODY.replaceAll('\n\n', '\n'));
  });

  it('gives way to a text that the page shows', () => {
    expect(statedBody(source(BODY), BODY.slice(0, BODY.length / 2))).toBeNull();
  });

  it.each([
    ['a summary', LINE],
    ['a list', [BODY]],
    ['nothing', undefined],
  ])('is none where %s stands in its place', (_what, body) => {
    expect(statedBody(source(body), '')).toBeNull();
  });

  it('is none in JSON-LD that cannot be read', () => {
    expect(statedBody(['{"@type": "NewsArticle", "articleBody": '], '')).toBeNull();
  });
});
