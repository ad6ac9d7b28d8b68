import { type SvgFile, svgFile } from '../../lib/charts/svg-file';
import type { Words } from '../app/words';
import { figureCaption } from './figure-words';
import type { ArticleView, FigureName } from './panel-model';

/** A figure of an article as a file with its caption, and the name of that file without its ending. */
export function writeFigure(
  name: FigureName,
  article: ArticleView,
  word: Words,
): SvgFile & { readonly name: string } {
  const drawing = name === 'network' ? article.networkDrawing : article.timelineDrawing;
  return { ...svgFile(drawing, figureCaption(name, article, word)), name: fileName(name, article) };
}

/** The beginning of the article's title in letters that every file system takes. */
function fileName(name: FigureName, { facts, key }: ArticleView): string {
  const title = facts.find(({ field }) => field === 'title')?.value ?? key;
  const plain = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  const short = [...plain]
    .slice(0, 40)
    .join('')
    .replace(/^-+|-+$/g, '');
  return `${['pressmark', short, name].filter(Boolean).join('-')}`;
}
