import { JSDOM } from 'jsdom';
import { describe, expect, it, vi } from 'vitest';
import { pageHost } from '../../../lib/marks/host';
import { PrintNotes } from '../../../lib/marks/print-notes';

const NOTES = [
  { quote: 'the talks had failed', body: 'Who said so?\nAnd when?', author: 'Mai', remark: null },
  { quote: '', body: '<img src=x onerror=alert(1)>', author: '', remark: 'popup_note_gone' },
];

function page() {
  const { window } = new JSDOM('<body><p>A page</p></body>');
  vi.stubGlobal('MutationObserver', window.MutationObserver);
  const printer = new PrintNotes(window as unknown as Window, (key) => `the words of ${key}`);
  const { root } = pageHost(window.document);
  const print = (event: 'beforeprint' | 'afterprint') => window.dispatchEvent(new window.Event(event));
  return { printer, print, list: () => root.querySelector('.print-notes')!, body: window.document.body };
}

describe('printing a page', () => {
  it('puts its notes behind it, numbered, with what they are about, and takes them away again', () => {
    const { printer, print, list, body } = page();
    const before = body.outerHTML;
    printer.set(NOTES);
    expect(list().childElementCount, 'nothing stands there before').toBe(0);
    print('beforeprint');
    expect(list().querySelector('h2')?.textContent).toBe('the words of print_notes');
    const items = [...list().querySelectorAll('ol > li')];
    expect(items).toHaveLength(2);
    expect(items[0]!.querySelector('q')?.textContent).toBe('the talks had failed');
    expect(items[0]!.textContent).toContain('Mai');
    expect(items[0]!.querySelectorAll('small'), 'nothing is said of a passage that stands').toHaveLength(1);
    expect(items[1]!.textContent).toContain('the words of popup_note_gone');
    expect(items[1]!.querySelector('img'), 'markup stays text').toBeNull();
    expect(body.outerHTML).toBe(before);
    print('afterprint');
    expect(list().childElementCount).toBe(0);
  });

  it('reads Markdown as the cards do, with the address of a link beside its words', () => {
    const { printer, print, list } = page();
    const body = [
      '**Who** said *so*?\nAnd `when`?',
      '- one\n- [two](https://quay.example/b)',
      '> quoted\n> twice',
      '[no](javascript:alert(1)) https://quay.example/a <b>text</b>',
    ].join('\n\n');
    printer.set([{ quote: '', body, author: '', remark: null }]);
    print('beforeprint');
    expect(list().querySelector('ol > li > div')?.innerHTML).toBe(
      '<p><b>Who</b> said <i>so</i>?<br>And <code>when</code>?</p>' +
        '<ul><li>one</li><li>two (https://quay.example/b)</li></ul>' +
        '<blockquote>quoted<br>twice</blockquote>' +
        '<p>[no](javascript:alert(1)) https://quay.example/a &lt;b&gt;text&lt;/b&gt;</p>',
    );
  });

  it('prints nothing where there is no note', () => {
    const { print, list } = page();
    print('beforeprint');
    expect(list().childElementCount).toBe(0);
  });
});
