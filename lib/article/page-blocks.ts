import { hintsOf } from './class-hints';
import { type NodeReader, readerFor } from './node-reader';
import { storyIn } from './story-frames';
import type { Run } from './text-map';

/** Facts about where a block stands, inherited from its ancestors. A bit set. */
export const IN = {
  link: 1,
  bold: 2,
  nav: 4,
  header: 8,
  footer: 16,
  aside: 32,
  form: 64,
  figure: 128,
  caption: 256,
  list: 512,
  quote: 1024,
  table: 2048,
  article: 4096,
  main: 8192,
  pre: 16384,
  heading: 32768,
  button: 65536,
  dialog: 131072,
  shadow: 262144,
  ariaHidden: 524288,
  italic: 1048576,
} as const;

/** What is known of one run of inline text in one block container: plain data, which can leave the page. */
export interface BlockFacts {
  readonly text: string;
  /** Ids of the elements around the container, as walked (a shadow root's host comes after its content). */
  readonly parent: number | null;
  readonly grandparent: number | null;
  readonly tag: string;
  readonly context: number;
  /** Class hints of the container itself, and of the three containers around it together with it; see class-hints. */
  readonly ownHints: number;
  readonly nearHints: number;
  readonly farHints: number;
  readonly linkChars: number;
  readonly boldChars: number;
  readonly hasTime: boolean;
  readonly depth: number;
  /** Ids of the `<article>` elements around, the innermost first. */
  readonly articles: readonly number[];
}

/** One run of inline text with its live text nodes, before anything is chosen. Offsets of `runs` are into `text`. */
export interface PageBlock extends BlockFacts {
  readonly runs: readonly Run[];
}

const NEVER = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME HEAD OBJECT EMBED CANVAS VIDEO AUDIO SELECT DATALIST TEXTAREA RT RP MAP'.split(
    ' ',
  ),
);
const BLOCK = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM ' +
    'H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LEGEND LI MAIN MENU NAV OL P PRE SEARCH SECTION SUMMARY TABLE TBODY TD TFOOT TH ' +
    'THEAD TR UL'
  ).split(' '),
);
const CONTEXT: Readonly<Record<string, number>> = {
  A: IN.link,
  B: IN.bold,
  STRONG: IN.bold,
  EM: IN.italic,
  I: IN.italic,
  NAV: IN.nav,
  HEADER: IN.header,
  FOOTER: IN.footer,
  ASIDE: IN.aside,
  FORM: IN.form,
  FIGURE: IN.figure,
  FIGCAPTION: IN.caption,
  CAPTION: IN.caption,
  LI: IN.list,
  DD: IN.list,
  DT: IN.list,
  BLOCKQUOTE: IN.quote,
  TABLE: IN.table,
  ARTICLE: IN.article,
  MAIN: IN.main,
  PRE: IN.pre,
  BUTTON: IN.button,
  DIALOG: IN.dialog,
  H1: IN.heading,
  H2: IN.heading,
  H3: IN.heading,
  H4: IN.heading,
  H5: IN.heading,
  H6: IN.heading,
};
const ROLES: Readonly<Record<string, number>> = {
  navigation: IN.nav,
  banner: IN.header,
  contentinfo: IN.footer,
  complementary: IN.aside,
  main: IN.main,
  article: IN.article,
  button: IN.button,
  dialog: IN.dialog,
  alertdialog: IN.dialog,
  menu: IN.nav,
  menubar: IN.nav,
};
/** What a link to the heading that it stands in reads, and the most that such a one holds. */
const PERMALINK = /^\s*(?:[#¶§]|🔗\ufe0f?)\s*$/u;
const MOST_PERMALINK = 8;

const HIDDEN_STYLE = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** More nodes than this are not read: a page of that size is no article, and the reader must not wait for it. */
const MAX_NODES = 400_000;

/**
 * Words with one plain space between each two: what can be taken over as it stands. Bounded, since the browser keeps
 * every step of a repetition in mind.
 */
const STRETCH = /\S{1,2000}(?: \S{1,2000}){0,200}/g;

interface Frame {
  readonly id: number;
  readonly tag: string;
  readonly block: boolean;
  readonly context: number;
  readonly own: number;
  readonly near: number;
  readonly far: number;
  readonly depth: number;
  readonly articles: readonly number[];
  readonly container: Frame | null;
  /** Nodes still to visit: a live sibling chain, or the nodes given to a slot. */
  nextNode: Node | null;
  queue: readonly Node[] | null;
  queueAt: number;
}

/**
 * Reads all blocks of the page in the order they are shown, open shadow roots and the page's own frames included, without
 * scripts, styles and what the markup hides. One pass, no layout, no recursion (hostile pages nest deeper than the stack).
 */
export function readPageBlocks(document: Document): readonly PageBlock[] {
  const reader = readerFor(document);
  const start = reader.body(document) ?? reader.root(document);
  if (!start) return [];
  return new BlockWalk(reader).read(start);
}

class BlockWalk {
  private readonly blocks: PageBlock[] = [];
  private text = '';
  private runs: { node: Text; at: number; from: number; length: number; joined: boolean }[] = [];
  private pendingSpace: { node: Text; from: number; broken: boolean } | 'made' | null = null;
  private broken = true;
  private linkChars = 0;
  private boldChars = 0;
  private hasTime = false;
  private breaks = 0;
  private nodes = 0;
  private frames = 0;

  constructor(private readonly reader: NodeReader) {}

  read(start: Element): readonly PageBlock[] {
    const stack: Frame[] = [this.frame(start, this.reader.tag(start), false, null)];
    while (stack.length > 0) {
      const frame = stack[stack.length - 1]!;
      const node = this.take(frame);
      if (!node) {
        stack.pop();
        if (frame.block) this.flush(frame);
        continue;
      }
      if (++this.nodes > MAX_NODES) continue;
      const type = this.reader.type(node);
      if (type === 3 || type === 4) this.readText(node as Text, frame);
      else if (type === 1) this.enter(node as Element, frame, stack);
    }
    return this.blocks;
  }

  private take(frame: Frame): Node | null {
    if (frame.queue) return frame.queue[frame.queueAt++] ?? null;
    const node = frame.nextNode;
    if (node) frame.nextNode = this.reader.next(node);
    return node;
  }

  private enter(element: Element, parent: Frame, stack: Frame[]): void {
    const { reader } = this;
    const tag = reader.tag(element);
    if (tag === 'BR') {
      this.lineBreak(parent);
      return;
    }
    const isBare = !reader.hasAttributes(element);
    // The text of a story in a frame stands where the frame does.
    const story = tag === 'IFRAME' && !(parent.context & IN.shadow) && storyIn(element, reader);
    const body = story ? reader.body(story) : null;
    const isOut = (NEVER.has(tag) && !body) || isHidden(reader, element, tag, isBare);
    if (isOut || (tag === 'A' && parent.context & IN.heading && isPermalink(reader.text(element)))) {
      // What is left out must not be covered by a range over its surroundings.
      this.broken = true;
      return;
    }
    if (tag === 'TIME') this.hasTime = true;
    const frame = body ? this.frame(body, 'BODY', false, parent) : this.frame(element, tag, isBare, parent);
    if (frame.block) this.flush(parent);
    stack.push(frame);
  }

  private frame(element: Element, tag: string, isBare: boolean, parent: Frame | null): Frame {
    const { reader } = this;
    const holder = parent?.context ?? 0;
    const isCustom = tag.includes('-');
    // A custom element inside a paragraph or heading is inline (a link, a tooltip), elsewhere it is a container.
    const block = BLOCK.has(tag) || (isCustom && !/^(?:P|H[1-6]|A|SPAN)$/.test(parent?.tag ?? ''));
    const isNamed = !isBare && (block || tag === 'SPAN');
    const role = isNamed ? reader.attr(element, 'role') : null;
    let context = holder | (CONTEXT[tag] ?? 0) | ((role && ROLES[role]) || 0);
    if (!isBare && reader.attr(element, 'aria-hidden') === 'true') context |= IN.ariaHidden;
    const own = isNamed ? hintsOf(reader, element) : 0;
    const shadow = block || isCustom || tag === 'SPAN' ? reader.shadow(element) : null;
    if (shadow) context |= IN.shadow;
    const assigned = tag === 'SLOT' ? reader.assigned(element) : [];
    const id = this.frames++;
    return {
      id,
      tag,
      block: block || parent === null,
      context,
      own,
      near: parent ? parent.own | (parent.container?.own ?? 0) | own : own,
      far: parent ? parent.far | own : own,
      depth: parent ? parent.depth + 1 : 0,
      articles: tag === 'ARTICLE' ? [id, ...(parent?.articles ?? [])] : (parent?.articles ?? []),
      container: parent,
      nextNode: reader.first(shadow ?? element),
      queue: assigned.length > 0 ? assigned : null,
      queueAt: 0,
    };
  }

  /** One line break is a space, two in a row end the block. */
  private lineBreak(frame: Frame): void {
    this.breaks++;
    if (this.breaks > 1 && this.text) this.flush(frame);
    else this.pendingSpace ??= 'made';
  }

  private readText(node: Text, frame: Frame): void {
    const { data } = node;
    let end = 0;
    for (const match of data.matchAll(STRETCH)) {
      if (match.index > end) this.space(node, end);
      end = match.index + match[0].length;
      this.append(node, match.index, match[0], frame);
    }
    if (end < data.length) this.space(node, end);
  }

  private space(node: Text, from: number): void {
    if (this.text && this.pendingSpace === null) this.pendingSpace = { node, from, broken: this.broken };
  }

  private append(node: Text, from: number, words: string, frame: Frame): void {
    this.breaks = 0;
    const space = this.pendingSpace;
    this.pendingSpace = null;
    if (space && this.text) {
      if (space === 'made') this.text += ' ';
      else {
        // The space joins what stood before it, even if something was left out after it.
        const { broken } = this;
        this.broken = space.broken;
        this.map(space.node, space.from, 1, ' ');
        this.broken = broken;
      }
    }
    this.map(node, from, words.length, words);
    if (!(frame.context & (IN.link | IN.bold))) return;
    const letters = words.replaceAll(' ', '').length;
    if (frame.context & IN.link) this.linkChars += letters;
    if (frame.context & IN.bold) this.boldChars += letters;
  }

  private map(node: Text, from: number, length: number, text: string): void {
    const last = this.runs[this.runs.length - 1];
    if (last && last.node === node && !this.broken && last.from + last.length === from) last.length += length;
    else this.runs.push({ node, at: this.text.length, from, length, joined: !this.broken });
    this.broken = false;
    this.text += text;
  }

  private flush(frame: Frame): void {
    const { text } = this;
    if (text) {
      const holder = blockHolder(frame);
      this.blocks.push({
        text,
        runs: this.runs,
        parent: holder.container?.id ?? null,
        grandparent: holder.container?.container?.id ?? null,
        tag: holder.tag,
        context: frame.context,
        ownHints: frame.own | holder.own,
        nearHints: frame.near | holder.near,
        farHints: frame.far,
        linkChars: this.linkChars,
        boldChars: this.boldChars,
        hasTime: this.hasTime,
        depth: frame.depth,
        articles: frame.articles,
      });
    }
    this.text = '';
    this.runs = [];
    this.pendingSpace = null;
    this.broken = true;
    this.linkChars = 0;
    this.boldChars = 0;
    this.hasTime = false;
    this.breaks = 0;
  }
}

function blockHolder(frame: Frame): Frame {
  let holder = frame;
  while (!holder.block && holder.container) holder = holder.container;
  return holder;
}

function isPermalink(text: string): boolean {
  return text.length <= MOST_PERMALINK && PERMALINK.test(text);
}

function isHidden(reader: NodeReader, element: Element, tag: string, isBare: boolean): boolean {
  if (isBare) return tag === 'DIALOG';
  if (reader.attr(element, 'hidden') !== null) return true;
  const style = reader.attr(element, 'style');
  if (style && HIDDEN_STYLE.test(style)) return true;
  return tag === 'DIALOG' && reader.attr(element, 'open') === null;
}
