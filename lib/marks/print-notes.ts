import { type NotePart, noteBlocks } from '../notes/note-markup';
import { pageHost } from './host';

/** A note as it is printed: what it is about and what it says. */
export interface PrintedNote {
  readonly quote: string;
  /** Markdown. */
  readonly body: string;
  readonly author: string;
  /** What is to be said of its passage where the page no longer shows it as it was; the key of a sentence. */
  readonly remark: string | null;
}

/**
 * Prints the notes of a page as a numbered list behind it. Their passages are tinted on paper as on the screen; numbers cannot be
 * set beside them, since browsers break the lines into pages after scripts can last measure. The page's own elements stay untouched.
 */
export class PrintNotes {
  readonly #window: Window;
  readonly #list: HTMLElement;
  readonly #word: (key: string) => string;
  #notes: readonly PrintedNote[] = [];

  /** `word` gives the sentences of the list in the reader's language. */
  constructor(window: Window, word: (key: string) => string) {
    this.#window = window;
    this.#word = word;
    const { document } = window;
    this.#list = document.createElement('section');
    this.#list.className = 'print-notes';
    pageHost(document).root.append(this.#list);
    window.addEventListener('beforeprint', () => this.#fill());
    window.addEventListener('afterprint', () => this.#empty());
  }

  /** The notes in the order of the page. */
  set(notes: readonly PrintedNote[]): void {
    this.#notes = notes;
  }

  #fill(): void {
    if (this.#notes.length === 0) return;
    const heading = this.#element('h2', this.#word('print_notes'));
    const list = this.#element('ol');
    for (const { quote, body, author, remark } of this.#notes) {
      const item = this.#element('li');
      if (quote) item.append(this.#element('q', quote));
      // On paper nobody can ask: a note must not seem to stand where it does not.
      if (remark) item.append(this.#element('small', ` ${this.#word(remark)}`));
      if (body) item.append(this.#body(body));
      if (author) item.append(this.#element('small', author));
      list.append(item);
    }
    this.#list.replaceChildren(heading, list);
  }

  /** As the cards show it, but that addresses can be read. */
  #body(markdown: string): HTMLElement {
    const body = this.#element('div');
    for (const { tag, lines } of noteBlocks(markdown)) {
      const block = this.#element(tag);
      for (const [at, line] of lines.entries()) {
        const parts = line.map((part) => this.#part(part));
        if (tag === 'ul') {
          const item = this.#element('li');
          item.append(...parts);
          block.append(item);
        } else block.append(at ? this.#element('br') : '', ...parts);
      }
      body.append(block);
    }
    return body;
  }

  #part(part: NotePart): HTMLElement | string {
    const { tag, words } = part;
    if (part.tag === 'a') return part.address.startsWith(words) ? words : `${words} (${part.address})`;
    return tag ? this.#element(tag, words) : words;
  }

  #empty(): void {
    this.#list.replaceChildren();
  }

  #element(name: string, text = ''): HTMLElement {
    const element = this.#window.document.createElement(name);
    element.textContent = text;
    return element;
  }
}
