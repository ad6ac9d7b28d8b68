import { describe, expect, it } from 'vitest';
import { noteBlocks, noteParts, webAddress } from '../../../lib/notes/note-markup';

const plain = (words: string) => ({ tag: '', words });

describe('the Markdown of a note', () => {
  it('has paragraphs, lists and quotes, whatever ends the lines', () => {
    expect(noteBlocks('one\r\ntwo\r\n\r\n- a\n* b\n\n\n> c\n>d\n\n- e\nno list')).toEqual([
      { tag: 'p', lines: [[plain('one')], [plain('two')]] },
      { tag: 'ul', lines: [[plain('a')], [plain('b')]] },
      { tag: 'blockquote', lines: [[plain('c')], [plain('d')]] },
      { tag: 'p', lines: [[plain('- e')], [plain('no list')]] },
    ]);
  });

  it('has bold, italic, code and links within a line', () => {
    expect(noteParts('a **b** *c* `d` [e](https://f.example/)')).toEqual([
      plain('a '),
      { tag: 'b', words: 'b' },
      plain(' '),
      { tag: 'i', words: 'c' },
      plain(' '),
      { tag: 'code', words: 'd' },
      plain(' '),
      { tag: 'a', words: 'e', address: 'https://f.example/' },
    ]);
    expect(noteParts('see http://g.example')).toEqual([
      plain('see '),
      { tag: 'a', words: 'http://g.example', address: 'http://g.example/' },
    ]);
  });

  it('leaves an address that is none of the web the text it is', () => {
    expect(noteParts('[x](javascript:1)')).toEqual([plain('[x](javascript:1)')]);
    expect(webAddress('data:text/html,x')).toBeNull();
    expect(webAddress('no address')).toBeNull();
  });

  it('takes nothing out of HTML', () => {
    expect(noteParts('<img src=x onerror=y>')).toEqual([plain('<img src=x onerror=y>')]);
  });
});
