import type { AnnotationKind, AnnotationVersion } from '../model/annotation';
import type { ArticleRecord } from '../model/article';
import { type ArticleRows, type ExportRow, exportRows } from './export-rows';
import type { ExportSet, Format } from './format';
import { type FrontMatterValue, frontMatter } from './front-matter';
import { linesOf, obsidianTag, plainLine, safeMarkdown } from './markdown-text';

const CALLOUTS: Readonly<Record<AnnotationKind, string>> = {
  highlight: 'quote',
  note: 'note',
  coding: 'example',
  correction: 'warning',
};

/** A document for Obsidian and other Markdown readers: front matter, one heading an article, one callout a note. */
export const markdown: Format = {
  name: 'markdown',
  extension: '.md',
  mediaType: 'text/markdown',
  descriptionKey: 'export_markdown_description',
  lossKey: 'export_markdown_loss',
  write: writeDocument,
};

function* writeDocument(set: ExportSet): Iterable<string> {
  const groups = exportRows(set);
  yield frontMatter(fieldsOf(set, groups));
  for (const group of groups) {
    yield articleHead(group);
    for (const row of group.rows) yield callout(row);
  }
}

function fieldsOf(set: ExportSet, groups: readonly ArticleRows[]): Record<string, FrontMatterValue> {
  const [only] = groups;
  const tags = groups.flatMap(({ rows }) => rows.flatMap(({ version }) => version.tags.map(obsidianTag)));
  return {
    ...(only !== undefined && groups.length === 1 ? articleFields(only) : { articles: groups.length }),
    exported: set.exportedAt,
    generator: set.generator,
    tags: [...new Set(tags.filter((tag) => tag !== ''))],
  };
}

function articleFields({ address, article }: ArticleRows): Record<string, FrontMatterValue> {
  return {
    title: article?.title ?? address,
    url: address,
    authors: article?.authors ?? [],
    ...(article?.siteName ? { outlet: article.siteName } : {}),
    ...(article?.publishedTime ? { published: article.publishedTime } : {}),
    ...(article?.flags ? { flags: article.flags } : {}),
  };
}

function articleHead({ address, article }: ArticleRows): string {
  return `\n# ${plainLine(article?.title ?? address)}\n\n${sourceLine(address, article)}\n`;
}

function sourceLine(address: string, article: ArticleRecord | null): string {
  const words = [
    ...(article?.authors ?? []),
    article?.siteName ?? '',
    article?.publishedTime?.slice(0, 10) ?? '',
    ...(article?.flags ?? []),
  ];
  const link = /^https?:/i.test(address) ? `<${address}>` : plainLine(address);
  return [...words.filter((word) => word !== '').map(plainLine), link].join(' · ');
}

/**
 * One annotation as a callout. Every line carries the callout's `>`, so whatever the note opens (a fence, a list, a
 * quote) ends with the callout; the note comes last, so that it can swallow nothing of ours.
 */
function callout({ version, wordings }: ExportRow): string {
  const { kind, author, updated, target } = version;
  const quote = target === null ? [] : linesOf(target.quote.exact).filter((line) => line.trim() !== '');
  const parts = [
    kind === 'highlight' ? quote.map(plainLine) : quote.map((line) => `> ${plainLine(line)}`),
    tagLine(version),
    version.body === undefined || version.body === '' ? [] : safeMarkdown(version.body),
  ];
  const count = wordings > 1 ? [`(${wordings})`] : [];
  const title = [author, updated.slice(0, 10), ...count].filter((word) => word !== '').map(plainLine);
  const lines = [`[!${CALLOUTS[kind]}] ${title.join(' · ')}`];
  for (const part of parts) {
    if (part.length === 0) continue;
    // Blank between paragraphs: without it a quote's lines would run together.
    lines.push(
      '',
      ...(part === parts[2] ? part : part.flatMap((line, at) => (at === 0 ? [line] : ['', line]))),
    );
  }
  return `\n${lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n')}\n`;
}

function tagLine({ tags, codes }: AnnotationVersion): string[] {
  const names = tags.map(obsidianTag).filter((tag) => tag !== '');
  const words = [...names.map((tag) => `#${tag}`), ...codes.map((code) => `[${plainLine(code)}]`)];
  return words.length === 0 ? [] : [words.join(' ')];
}
