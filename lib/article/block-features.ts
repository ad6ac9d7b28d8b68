import { PHRASES } from './block-phrases';
import type { BlockScene } from './block-scene';
import { startsLikeByline } from './byline';
import { HINT } from './class-hints';
import { type BlockFacts, IN } from './page-blocks';

/** Features of one block in a fixed order; the names are for training and for people. */
export type FeatureList = readonly (readonly [name: string, value: number])[];

const TAGS = ['P', 'LI', 'H1', 'H2', 'H3', 'H4', 'DIV', 'TD', 'SPAN', 'FIGCAPTION', 'BLOCKQUOTE'];
const bit = (bits: number, mask: number): number => (bits & mask ? 1 : 0);
const clip = (value: number, limit: number): number => Math.max(-limit, Math.min(limit, value));

/** What the block filter knows of block `i` before it has looked at its neighbours' probabilities. */
export function blockFeatures(scene: BlockScene, i: number): FeatureList {
  const block = scene.blocks[i]!;
  return [
    ...textFeatures(block),
    ...markupFeatures(block),
    ...placeFeatures(scene, i),
    ...nearFeatures(scene, i),
  ];
}

function textFeatures(block: BlockFacts): [string, number][] {
  const { text } = block;
  const { length } = text;
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const features: [string, number][] = [
    ['length', Math.log1p(length)],
    ['link-share', block.linkChars / length],
    ['bold-share', block.boldChars / length],
    ['commas', Math.min(0.05, count(/[,;،、，]/g) / length)],
    ['stops', Math.min(0.05, count(/[.!?。！？]/g) / length)],
    ['ends-sentence', /[.!?…。！？]["'”’»)\]]*$/.test(text) ? 1 : 0],
    ['ends-colon', /:$/.test(text) ? 1 : 0],
    ['ends-ellipsis', /(?:…|\.\.\.)$/.test(text) ? 1 : 0],
    ['starts-lower', /^\p{Ll}/u.test(text) ? 1 : 0],
    ['starts-quote', /^["“„«»‘「]/.test(text) ? 1 : 0],
    ['digits', count(/\d/g) / length],
    ['capitals', count(/\p{Lu}/gu) / length],
    ['bars', Math.min(5, count(/[|•·›»]/g))],
    ['byline', startsLikeByline(text) ? 1 : 0],
  ];
  // Phrases are those of short blocks; in a long paragraph they are part of the story.
  for (const [name, pattern] of PHRASES) features.push([name, length < 600 && pattern.test(text) ? 1 : 0]);
  return features;
}

function markupFeatures(block: BlockFacts): [string, number][] {
  const features: [string, number][] = TAGS.map((tag) => [`tag-${tag}`, block.tag === tag ? 1 : 0]);
  features.push(['has-time', block.hasTime ? 1 : 0]);
  for (const [name, mask] of Object.entries(IN)) features.push([`in-${name}`, bit(block.context, mask)]);
  for (const [name, mask] of Object.entries(HINT)) {
    // 3 = its own class, 2 = a class close above, 1 = somewhere above.
    const level = bit(block.ownHints, mask) ? 3 : bit(block.nearHints, mask) ? 2 : bit(block.farHints, mask);
    features.push([`hint-${name}`, level]);
  }
  return features;
}

function placeFeatures(scene: BlockScene, i: number): [string, number][] {
  const block = scene.blocks[i]!;
  const n = scene.blocks.length;
  const group = scene.groups[i]!;
  return [
    ['readable', scene.readable[i]!],
    ['readable-near', scene.readableNear[i]!],
    ['readable-place', i < scene.firstReadable ? -1 : i > scene.lastReadable ? 1 : 0],
    ['from-first-readable', clip(i - scene.firstReadable, 30)],
    ['to-last-readable', clip(scene.lastReadable - i, 30)],
    ['place', i / n],
    ['from-title', scene.title < 0 ? -40 : clip(i - scene.title, 40)],
    ['title-overlap', scene.titleOverlap[i]!],
    ['group-prose', group.prose],
    ['group-parent-prose', group.parentProse],
    ['group-links', group.linkShare],
    ['group-size', Math.log1p(group.size)],
    ['same-look', scene.sameLook[i]!],
    [
      'same-article',
      scene.mainArticle === null ? 0 : (block.articles[0] ?? null) === scene.mainArticle ? 1 : -1,
    ],
    ['depth-difference', clip(block.depth - scene.mainDepth, 8)],
    ['prose-before', scene.proseBefore[i]!],
    ['seen-before', scene.seenBefore[i]!],
    ['second-title', scene.afterSecondTitle[i]!],
  ];
}

function nearFeatures(scene: BlockScene, i: number): [string, number][] {
  const features: [string, number][] = [];
  for (const step of [-2, -1, 1, 2]) {
    const block = scene.blocks[i + step];
    features.push(
      [`length${step}`, block ? Math.log1p(block.text.length) : 0],
      [`link${step}`, block ? block.linkChars / block.text.length : 1],
      [`heading${step}`, block ? bit(block.context, IN.heading) : 0],
      [`readable${step}`, scene.readable[i + step] ?? 0],
    );
  }
  features.push(['same-parent-before', scene.sameParentBefore[i]!], ['to-next-prose', scene.toNextProse[i]!]);
  return features;
}
