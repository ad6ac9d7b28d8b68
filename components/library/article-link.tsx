import { hostOfKey } from '../../lib/findings/article-head';
import { passageLink } from '../../lib/findings/passage-link';
import type { ArticleHead } from '../../lib/model/findings';
import { SAMPLE_KEY } from '../../lib/notes/article-key';

/** What an article is called: its title, or its address without the rest. */
export function articleName({ title, key }: Pick<ArticleHead, 'title' | 'key'>): string {
  return title || key.replace(/^https?:\/\/(?:www\.)?/, '');
}

/** The outlet of an article, or the host it came from. */
export function outletName({ siteName, key }: Pick<ArticleHead, 'siteName' | 'key'>): string {
  return siteName || (key === SAMPLE_KEY ? '' : hostOfKey(key));
}

/** Where an article is opened, at a passage of it if one is given; null where it has no address on the web. */
export function articleAddress({ key, url }: Pick<ArticleHead, 'key' | 'url'>, passage = ''): string | null {
  // The bundled sample is a page of the extension, beside the library.
  return key === SAMPLE_KEY ? 'sample.html' : passageLink(url, passage);
}

interface ArticleLinkProps {
  readonly head: Pick<ArticleHead, 'key' | 'url' | 'title'>;
}

/** The title of an article, which opens it in a tab of its own. */
export function ArticleLink({ head }: ArticleLinkProps) {
  const address = articleAddress(head);
  const name = articleName(head);
  if (address === null) return <bdi class="title">{name}</bdi>;
  return (
    <a class="title" href={address} target="_blank" rel="noopener noreferrer">
      <bdi>{name}</bdi>
    </a>
  );
}
