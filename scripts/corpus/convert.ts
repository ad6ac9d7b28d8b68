import type { ActorType, MentionForm } from '../../lib/model/actor';
import type { ClaimKind, Modality } from '../../lib/model/claim';
import type { Segment } from '../../lib/model/span';
import { type ArticleFile, type BlockKind, CorpusError, type FileMark, TYPE_LETTERS } from './article-file';
import { kindOfContent } from './content-kind';
import { findSegments, findSpans, type Place } from './spans';

/** A word or name that stands for an actor. Offsets are UTF-16 units into the article's text. */
export interface CorpusMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly form: MentionForm;
  readonly type: ActorType;
}

export interface CorpusActor {
  readonly id: string;
  readonly name: string;
  readonly type: ActorType;
  readonly mentions: readonly CorpusMention[];
}

/** Who (source, may be missing) says with which words (cue) what (content); each a list of segments in the text's order. */
export interface CorpusClaim {
  readonly id: string;
  readonly kind: Exclude<ClaimKind, 'author'>;
  readonly modality: Modality;
  readonly negated: boolean;
  readonly actor: string | null;
  readonly source: readonly Segment[];
  readonly cue: readonly Segment[];
  readonly content: readonly Segment[];
}

/** A sentence, whether it is worth checking and why; `voice` is "attributed" where a claim's cue or content reaches into it. */
export interface CorpusSentence {
  readonly start: number;
  readonly end: number;
  readonly checkworthy: boolean;
  readonly why: readonly string[];
  readonly voice: 'author' | 'attributed';
}

export interface CorpusArticle {
  readonly id: string;
  readonly genre: string;
  readonly headline: string;
  readonly text: string;
  readonly blocks: readonly { readonly kind: BlockKind; readonly start: number; readonly end: number }[];
  readonly sentences: readonly CorpusSentence[];
  readonly actors: readonly CorpusActor[];
  readonly claims: readonly CorpusClaim[];
}

export const WORTH_REASONS = [
  'number',
  'comparison',
  'change',
  'causal',
  'accusation',
  'law',
  'prediction',
  'event',
  'record',
] as const;
const MODALITIES: readonly string[] = [
  'assertion',
  'accusation',
  'prediction',
  'proposal',
  'commitment',
  'evaluation',
  'refusal',
];
const KINDS: readonly string[] = ['direct', 'mixed', 'indirect', 'nominal'];
const FORMS: Readonly<Record<string, MentionForm>> = { '=': 'name', '~': 'nominal', '^': 'pronoun' };

function layOut(file: ArticleFile): { place: Place; blocks: CorpusArticle['blocks'] } {
  let text = '';
  const sentences = new Map<number, Segment>();
  const blocks = file.blocks.map((block) => {
    if (text) text += '\n';
    const start = text.length;
    block.sentences.forEach((sentence, index) => {
      if (index > 0) text += ' ';
      sentences.set(sentence.number, [text.length, text.length + sentence.text.length]);
      text += sentence.text;
    });
    return { kind: block.kind, start, end: text.length };
  });
  return { place: { text, sentences }, blocks };
}

/** Finds every written span in the text. Throws one `CorpusError` that names the lines of all that does not fit. */
export function convert(id: string, file: ArticleFile): CorpusArticle {
  const { place, blocks } = layOut(file);
  const mentions = new Map<string, CorpusMention[]>(file.actors.map((actor) => [actor.id, []]));
  const claims: CorpusClaim[] = [];
  const worth = new Map<number, string[]>();
  const errors: CorpusError[] = [];
  const attempt = (read: () => void) => {
    try {
      read();
    } catch (error) {
      if (!(error instanceof CorpusError)) throw error;
      errors.push(error);
    }
  };
  for (const { number, marks } of file.blocks.flatMap((block) => block.sentences)) {
    for (const mark of marks) {
      if (mark.text.startsWith('@')) {
        for (const item of mark.text.slice(1).split('; ')) {
          attempt(() => readMention(item.trim(), mark.line, number, place, file, mentions));
        }
      } else if (mark.text.startsWith('>')) {
        attempt(() =>
          claims.push({ id: `c${claims.length + 1}`, ...readClaim(mark, number, place, mentions) }),
        );
      } else attempt(() => worth.set(number, readWorth(mark)));
    }
  }
  const actors = file.actors.map(({ id: actor, name, type, line }) => {
    const own = (mentions.get(actor) ?? []).sort((a, b) => a.start - b.start || a.end - b.end);
    if (own.length === 0) errors.push(new CorpusError(line, `actor ${actor} has no mention`));
    return { id: actor, name, type, mentions: own };
  });
  if (errors.length > 0) throw CorpusError.join(errors);
  const sentences = [...place.sentences].map(([number, span]) => sentenceOf(span, worth.get(number), claims));
  return {
    id,
    genre: file.fields.get('genre') ?? '',
    headline: file.headline,
    text: place.text,
    blocks,
    sentences,
    actors,
    claims,
  };
}

function sentenceOf(
  [start, end]: Segment,
  why: readonly string[] | undefined,
  claims: readonly CorpusClaim[],
): CorpusSentence {
  const reaches = claims.some(({ cue, content }) =>
    [...cue, ...content].some(([s, e]) => s < end && e > start),
  );
  const voice = reaches ? 'attributed' : 'author';
  return { start, end, checkworthy: why !== undefined, why: why ?? [], voice };
}

function readMention(
  item: string,
  line: number,
  number: number,
  place: Place,
  file: ArticleFile,
  into: ReadonlyMap<string, CorpusMention[]>,
): void {
  const [, words, sign, id, letter] = /^(.+)([=~^])([a-z0-9-]+)(?::([A-Z]))?$/.exec(item) ?? [];
  const actor = file.actors.find((entry) => entry.id === id);
  const form = FORMS[sign ?? ''];
  if (!words || !form) throw new CorpusError(line, `“${item}” is no mention ("words=actor")`);
  if (!actor) throw new CorpusError(line, `there is no actor ${id}`);
  const type = letter ? TYPE_LETTERS[letter] : actor.type;
  if (!type) throw new CorpusError(line, `${letter} is no type`);
  const known = [...into.values()].flat();
  for (const [start, end] of findSpans(words, place, number, line)) {
    if (known.some((mention) => mention.start === start && mention.end === end))
      throw new CorpusError(line, `“${words}” is marked twice`);
    into.get(actor.id)?.push({ start, end, text: place.text.slice(start, end), form, type });
  }
}

function readClaim(
  { text, line }: FileMark,
  number: number,
  place: Place,
  actors: ReadonlyMap<string, unknown>,
): Omit<CorpusClaim, 'id'> {
  const [, actor = '', rest = ''] = /^> ?([a-z0-9-]+): (.+)$/.exec(text) ?? [];
  const { parts, flags } = splitFlags(rest);
  const fields = parts.split(' | ').map((field) => field.trim());
  const [source = '', cue = '', content = ''] = fields;
  if (!actor || fields.length !== 3 || !content)
    throw new CorpusError(line, 'a claim is "> actor: source | cue | content"');
  if (actor !== '-' && !actors.has(actor)) throw new CorpusError(line, `there is no actor ${actor}`);
  if (source === '-' && actor !== '-') throw new CorpusError(line, 'a claim without source has no actor');
  const at = (written: string): Segment[] =>
    written === '-' ? [] : findSegments(written, place, number, line);
  const segments = at(content);
  if (segments.length === 0) throw new CorpusError(line, 'a claim has a content');
  const modalities = flags.filter((flag) => MODALITIES.includes(flag));
  const kinds = flags.filter((flag) => KINDS.includes(flag));
  if (modalities.length > 1 || kinds.length > 1) throw new CorpusError(line, 'one modality and one kind');
  const cueSegments = at(cue);
  if (cueSegments.some((a) => segments.some((b) => a[0] < b[1] && b[0] < a[1])))
    throw new CorpusError(line, 'cue and content overlap');
  return {
    kind: (kinds[0] as CorpusClaim['kind']) ?? kindOfContent(place.text, segments),
    modality: (modalities[0] as Modality) ?? 'assertion',
    negated: flags.includes('neg'),
    actor: actor === '-' ? null : actor,
    source: at(source),
    cue: cueSegments,
    content: segments,
  };
}

// Flags follow " ; " and are all known words: a semicolon of the text has no space before it.
function splitFlags(rest: string): { parts: string; flags: string[] } {
  const [, parts, written] = /^(.*) ; ([a-z ]+)$/.exec(rest) ?? [];
  const flags = written?.split(' ') ?? [];
  const known = (flag: string): boolean =>
    flag === 'neg' || MODALITIES.includes(flag) || KINDS.includes(flag);
  return parts && flags.every(known) ? { parts, flags } : { parts: rest, flags: [] };
}

function readWorth({ text, line }: FileMark): string[] {
  const why = text.slice(1).trim().split(/\s+/).filter(Boolean);
  const unknown = why.find((reason) => !(WORTH_REASONS as readonly string[]).includes(reason));
  if (unknown || why.length === 0)
    throw new CorpusError(line, `a reason is one of ${WORTH_REASONS.join(', ')}`);
  return why;
}
