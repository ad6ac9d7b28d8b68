import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../scripts/analyse/parse-page';

const textOf = (html: string) => {
  const { document, close } = parsePage(html, 'https://news.example/story');
  const text = document.body.textContent.replace(/\s+/g, ' ').trim();
  const hidden = document.querySelectorAll('[hidden]').length;
  close();
  return { text, hidden };
};

describe('a page that was sent in parts', () => {
  it('is put together as its script would have done', () => {
    const html = `<h1>Talks</h1><main><!--$?--><template id="B:0"></template><p>Please wait.</p><!--/$--></main><footer>End</footer>
      <div hidden id="S:0"><p>One.</p><template id="P:1"></template><p>Three.</p></div><div hidden id="S:1"><p>Two.</p></div>`;
    expect(textOf(html)).toEqual({ text: 'TalksOne.Two.Three.End', hidden: 0 });
  });

  it('loses what stood in for a part, also where that holds parts itself, and nothing behind it', () => {
    const html = `<main><!--$?--><template id="B:a"></template><i>Wait</i><!--$--><b>Inner</b><!--/$--><i>Wait</i><!--/$--><p>Behind.</p></main>
      <div hidden id="S:a"><p>Story.</p></div>`;
    expect(textOf(html).text).toBe('Story.Behind.');
  });

  it('keeps parts hidden for which no place is held', () => {
    const html =
      '<p>Shown.</p><div hidden id="S:0">Never.</div><div hidden id="S:1"><p id="B:1">Own</p></div>';
    expect(textOf(html).hidden).toBe(2);
  });

  it('is not torn by a part that holds its own place', () => {
    const html = '<p>Shown.</p><div hidden id="S:0"><template id="P:0"></template>Never.</div>';
    expect(textOf(html).hidden).toBe(1);
  });
});
