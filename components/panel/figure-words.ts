import type { TimelineWords } from '../../lib/charts/draw-timeline';
import type { Caption } from '../../lib/charts/svg-file';
import { withoutTracking } from '../../lib/exchange/clean-address';
import type { ExtractedArticle } from '../../lib/model/article';
import { setInto } from '../../lib/text/direction';
import { dayIn, listIn } from '../../lib/text/wording';
import type { Words } from '../app/words';
import type { ArticleView, FigureName } from './panel-model';

/** The words that stand in the timeline. */
export function timelineWords(word: Words): TimelineWords {
  return {
    unnamed: word('popup_unnamed_source'),
    beginning: word('timeline_beginning'),
    end: word('timeline_end'),
    kinds: {
      direct: word('kind_direct'),
      mixed: word('kind_mixed'),
      indirect: word('kind_indirect'),
      nominal: word('kind_nominal'),
    },
  };
}

/** Who and what draws a figure. `language` is a BCP 47 tag, `generator` the name and version of this extension. */
export interface FigureMaker {
  readonly word: Words;
  readonly language: string;
  readonly generator: string;
}

/** The sentences that say where an article is to be found: authors, title, outlet, date; address, day of access, version. */
export function citationOf(
  article: ExtractedArticle,
  accessed: Date,
  { word, language, generator }: FigureMaker,
): readonly string[] {
  const published = article.publishedTime ? new Date(article.publishedTime) : null;
  const isDated = published !== null && !Number.isNaN(published.getTime());
  // The names are the page's, the words between them the reader's: each keeps its own order among the others.
  const apart = (text: string) => setInto(word('language_direction') === 'rtl', text);
  const day = isDated ? dayIn(language, published, 'long') : '';
  const outlet = article.siteName ?? '';
  const where = outlet && day ? word('figure_outlet_day', outlet, day) : apart(outlet || day);
  const title = article.title ? `“${article.title}”` : '';
  const parts = [apart(listIn(language, article.authors)), apart(title), where].filter(Boolean);
  const address = apart(withoutTracking(article.url));
  return [
    ...(parts.length > 0 ? [`${parts.join('. ')}.`] : []),
    `${address} (${word('figure_accessed', dayIn(language, accessed, 'long'))})`,
    word('figure_made_with', generator),
  ];
}

/** What a figure shows, and what it leaves out. */
export function figureLines(name: FigureName, article: ArticleView, word: Words): readonly string[] {
  const { leftOut } = article[name];
  const explained = word(name === 'network' ? 'network_explained' : 'timeline_explained');
  return leftOut > 0 ? [explained, word('figure_left_out', leftOut)] : [explained];
}

/** The caption that a figure carries as a file. */
export function figureCaption(name: FigureName, article: ArticleView, word: Words): Caption {
  return {
    title: word(`${name}_title`),
    lines: [...figureLines(name, article, word), ...article.citation],
  };
}
