import { htmlText } from './html-text';
import { asList, asObject, firstText, type PlainObject } from './plain-data';

/** The words and tags of an annotation that another tool made. */
export interface ForeignBody {
  /** Markdown; empty when there are no words. */
  readonly text: string;
  readonly tags: readonly string[];
}

const TAG_PURPOSES: ReadonlySet<string> = new Set(['tagging', 'classifying', 'identifying']);

/**
 * Reads the bodies of a W3C annotation: text, links and tags, in order. Of a Choice the first is taken, as the W3C
 * says. A body without purpose has that of the annotation's motivation.
 */
export function foreignBody(annotation: PlainObject): ForeignBody {
  const motivation = firstText(annotation['motivation']);
  const texts: string[] = [];
  const tags: string[] = [];
  const value = firstText(annotation['bodyValue']);
  if (value !== null) texts.push(value);
  for (const body of asList(annotation['body'])) {
    const { words, purpose } = readBody(body);
    const trimmed = words.trim();
    if (trimmed === '') continue;
    if (TAG_PURPOSES.has(purpose ?? motivation ?? '')) tags.push(trimmed);
    else texts.push(words);
  }
  return { text: texts.join('\n\n'), tags: [...new Set(tags)] };
}

interface Body {
  readonly words: string;
  readonly purpose: string | null;
}

function readBody(body: unknown, depth = 0): Body {
  if (typeof body === 'string') return { words: body, purpose: null };
  const object = asObject(body);
  if (object === null || depth > 4) return { words: '', purpose: null };
  const purpose = firstText(object['purpose']);
  const inner = firstText(object['type']) === 'Choice' ? asList(object['items'])[0] : object['source'];
  if (inner !== undefined) {
    const chosen = readBody(inner, depth + 1);
    return { words: chosen.words, purpose: purpose ?? chosen.purpose };
  }
  const value = firstText(object['value']);
  const isHtml = firstText(object['format']) === 'text/html';
  return {
    words: value === null ? (firstText(object['id']) ?? '') : isHtml ? htmlText(value) : value,
    purpose,
  };
}
