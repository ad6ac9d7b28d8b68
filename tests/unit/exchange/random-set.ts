import fc from 'fast-check';
import type { ExportSet } from '../../../lib/exchange/format';
import type { AnnotationFields, AnnotationRecord, Target } from '../../../lib/model/annotation';
import type { ArticleRecord, ArticleVersion } from '../../../lib/model/article';
import { articleKey } from '../../../lib/notes/article-key';
import { joinRecords } from '../../../lib/team/join-records';
import { sha256 } from '../../../lib/team/version-hash';
import { removeVersion, writeVersion } from '../../../lib/team/write-version';

/** Pieces of text in which formats and offsets go wrong; own writing. */
const PIECES = [
  'The harbour opens in May. ',
  '“It was late,” said Ana Ruiz. ',
  '🙂👩‍👩‍👧‍👦🏳️‍🌈 ',
  'مرحبا بالعالم ',
  'שלום‏ ',
  'e\u0301a\u0308n\u0303 ',
  '東京湾の港 ',
  '𝔉𝔯𝔞𝔨 ',
  '\u200B\uFEFF\u202E',
  '"quoted", comma; semicolon\ttab ',
  'line\nbreak\r\nand\rmore\u2028still ',
  '=1+1 ',
  '---\n> [!note]\n```\n%% ',
  '<script>alert(1)</script> ',
  '\\ back\\slash \0 nul ',
  'constructor __proto__ ',
];

/** Text of up to `pieces` pieces, now and then one that fast-check makes of any code points. */
export function words(pieces = 6): fc.Arbitrary<string> {
  const joined = fc.array(fc.constantFrom(...PIECES), { maxLength: pieces }).map((list) => list.join(''));
  return fc.oneof(
    { weight: 4, arbitrary: joined },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  );
}

const DEVICES = ['0190aaaa-0000-7000-8000-000000000001', '0190aaaa-0000-7000-8000-000000000002', 'laptop-3'];
const ADDRESSES = [
  'https://example.org/story',
  'https://news.example.com/2026/03/01/harbour?id=7&b=a|b^c',
  'https://münchen.example/straße?q=[x]',
  'https://example.net/#/route/[1]',
  'pressmark:sample',
];

const time = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2030-01-01T00:00:00Z'), noInvalidDate: true })
  .chain((date) => fc.constantFrom(date.toISOString(), date.toISOString().replace('Z', '+02:00')));

interface Place {
  readonly article: number;
  readonly start: number;
  readonly length: number;
  readonly isWhole: boolean;
  readonly base: 'article' | 'document';
}

const place: fc.Arbitrary<Place> = fc.record({
  article: fc.nat(ADDRESSES.length - 1),
  start: fc.nat(400),
  length: fc.nat(60),
  isWhole: fc.nat(5).map((roll) => roll === 0),
  base: fc.constantFrom('article', 'article', 'document'),
});

const body = fc.oneof(
  { weight: 6, arbitrary: words() },
  { weight: 1, arbitrary: words(1).map((text) => (text + PIECES.join('')).repeat(100).slice(0, 10_000)) },
  { weight: 2, arbitrary: fc.constant(undefined) },
);

const content = fc.record({
  kind: fc.constantFrom('highlight', 'note', 'coding', 'correction'),
  body,
  tags: fc.array(
    words(2).map((tag) => tag.slice(0, 200)),
    { maxLength: 4 },
  ),
  codes: fc.array(fc.constantFrom('frame/economy', 'code 2', '=code'), { maxLength: 2 }),
  // JSON has no negative zero.
  stance: fc.option(
    fc.double({ min: -1, max: 1, noNaN: true }).map((value) => value + 0),
    { nil: undefined },
  ),
  created: time,
  updated: time,
});

const step = fc.record({
  do: fc.constantFrom('write', 'write', 'write', 'remove', 'join'),
  device: fc.nat(DEVICES.length - 1),
  content,
});

const note = fc.record({
  id: fc.uuid({ version: 7 }),
  place,
  author: fc.oneof(fc.constantFrom('Ana Ruiz', 'Ben Sato', ''), words(1)),
  first: content,
  // After the first write each device works on its own copy until it joins, so that conflicts arise.
  steps: fc.array(step, { maxLength: 5 }),
});

const plan = fc.record({
  texts: fc.array(words(20), { minLength: 5, maxLength: 5 }),
  notes: fc.array(note, { maxLength: 8 }),
});

export type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never;

/** Plans of annotation sets: several devices, conflicts, deletions, long notes, many scripts. Play them with `playPlan`. */
export const annotationPlan: fc.Arbitrary<Plan> = plan;

/** Makes the records of a plan with the very functions that make them in the product. */
export async function playPlan({ texts, notes }: Plan): Promise<ExportSet> {
  const articles = await Promise.all(texts.map((text, index) => articleOf(ADDRESSES[index]!, text)));
  const annotations = new Map<string, AnnotationRecord>();
  for (const each of notes) annotations.set(each.id, await recordOf(each, articles));
  return {
    articles,
    annotations: [...annotations.values()],
    exportedAt: '2026-03-01T12:00:00.000Z',
    generator: 'Pressmark 0.1.0',
  };
}

async function articleOf(address: string, text: string): Promise<ArticleRecord> {
  const clean = text.replace(/\p{Surrogate}/gu, '\uFFFD');
  const version: ArticleVersion = {
    hash: await sha256(clean),
    seenAt: '2026-03-01T09:00:00.000Z',
    text: clean,
    blocks: [{ kind: 'paragraph', start: 0, end: clean.length }],
    skeleton: [{ simhash: '0badcafe', length: clean.length }],
  };
  return {
    key: articleKey(address)!,
    urls: [address],
    title: clean.slice(0, 80),
    authors: [clean.slice(0, 20), 'Ben Sato'],
    siteName: 'Example Post',
    publishedTime: '2026-03-01',
    modifiedTime: null,
    section: null,
    lang: 'en',
    canonicalUrl: null,
    provenance: { title: 'json-ld', authors: 'visible', publishedTime: 'reader' },
    versions: [version],
  };
}

async function recordOf(
  planned: Plan['notes'][number],
  articles: readonly ArticleRecord[],
): Promise<AnnotationRecord> {
  const article = articles[planned.place.article]!;
  const target = targetOf(planned.place, article.versions[0]!);
  const stamp = (device: number, minute: number) => ({
    device: DEVICES[device]!,
    hlc: `2026-03-01T09:${String(minute).padStart(2, '0')}:00.000Z-0000`,
    author: planned.author,
  });
  const first = await writeVersion(
    null,
    planned.id,
    {},
    fieldsOf(planned.first, article.key, target),
    stamp(0, 0),
    sha256,
  );
  const copies = DEVICES.map(() => first);
  for (const [minute, { do: what, device, content: wanted }] of planned.steps.entries()) {
    const mine = copies[device]!;
    if (what === 'write') {
      const fields = fieldsOf(wanted, article.key, target);
      copies[device] = await writeVersion(
        mine,
        planned.id,
        mine.ctx,
        fields,
        stamp(device, minute + 1),
        sha256,
      );
    } else if (what === 'remove') {
      copies[device] = await removeVersion(mine, mine.ctx, wanted.updated, stamp(device, minute + 1), sha256);
    } else copies[device] = copies.reduce((a, b) => joinRecords(a, b));
  }
  return copies.reduce((a, b) => joinRecords(a, b));
}

function fieldsOf(
  { body: text, stance, ...rest }: Plan['notes'][number]['first'],
  article: string,
  target: Target | null,
): AnnotationFields {
  return {
    ...rest,
    kind: rest.kind as AnnotationFields['kind'],
    article,
    target,
    ...(text === undefined ? {} : { body: text }),
    ...(stance === undefined ? {} : { stance }),
  };
}

function targetOf({ start, length, isWhole, base }: Place, version: ArticleVersion): Target | null {
  if (isWhole) return null;
  const from = Math.min(start, version.text.length);
  const to = Math.min(from + length, version.text.length);
  return {
    quote: {
      exact: version.text.slice(from, to),
      prefix: version.text.slice(Math.max(0, from - 96), from),
      suffix: version.text.slice(to, to + 96),
    },
    position: { start: from, end: to, version: base === 'article' ? version.hash : null, base },
    structure: { path: 'p<article', block: 0, heading: '', simhash: '0badcafe' },
    history: [],
  };
}
