import type { ArticleMetadata, BlockKind } from '../model/article';
import { kindOf } from './block-kind';
import { chooseBlocks } from './choose-blocks';
import { HINT } from './class-hints';
import { decideMetadata, headlineBlock } from './metadata';
import type { BlockFacts } from './page-blocks';
import type { PageSurvey } from './page-survey';

/** What makes the article of a page: the indexes of its body blocks in order, with their kinds, and its metadata. */
export interface ArticleDecision {
  readonly kept: readonly { readonly index: number; readonly kind: BlockKind }[];
  readonly metadata: ArticleMetadata;
}

/** Decides from a page's survey. Needs no page: runs in the background, in tests and on the command line alike. */
export function decideArticle(survey: PageSurvey): ArticleDecision {
  const { blocks } = survey;
  const readable = blocks.map((block) => block.readable);
  const kept = blocks.length > 0 ? chooseBlocks(blocks, readable, headlineBlock(survey)) : [];
  return {
    kept: kept.map((index, i) => ({ index, kind: bodyKind(blocks[index]!, i === 0) })),
    metadata: decideMetadata(survey, { first: kept[0] ?? -1, last: kept.at(-1) ?? -1 }),
  };
}

function bodyKind(block: BlockFacts, isFirst: boolean): BlockKind {
  const kind = kindOf(block);
  const isStandfirst = isFirst && block.nearHints & HINT.lead && !(block.nearHints & HINT.body);
  return isStandfirst && kind !== 'list' ? 'standfirst' : kind;
}
