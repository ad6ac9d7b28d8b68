import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type {
  ArticleCorrection,
  ArticleMetadata,
  CorrectableField,
  Detection,
} from '../../lib/model/article';
import { CORRECTABLE } from '../../lib/model/article';
import { ArticleFacts, WhyArticle } from '../panel/article-facts';
import type { ArticleFact } from '../panel/facts-of';
import { Button } from '../primitives/button';
import { useWords } from './words';

/** What is known of the article in front, and how it was recognised. */
export interface AboutView {
  readonly article: ArticleMetadata;
  readonly facts: readonly ArticleFact[];
  readonly detection: Detection | null;
}

interface AboutArticleProps {
  readonly about: AboutView;
  readonly onCorrect: (correction: ArticleCorrection) => void;
}

/** What is known of an article, each with the place it was read from, the way to correct it, and why it is one. */
export function AboutArticle({ about, onCorrect }: AboutArticleProps) {
  const word = useWords();
  const [isCorrecting, setCorrecting] = useState(false);
  const opener = useOpener(isCorrecting);
  const { article, facts, detection } = about;
  const isCorrected = CORRECTABLE.some((field) => article.provenance[field] === 'reader');
  return (
    <details class="about">
      <summary>{word('about_article')}</summary>
      {isCorrecting ? (
        <CorrectionForm
          article={article}
          onCorrect={(correction) => {
            setCorrecting(false);
            if (Object.keys(correction).length > 0) onCorrect(correction);
          }}
          onClose={() => setCorrecting(false)}
        />
      ) : (
        <>
          <ArticleFacts facts={facts} />
          <div class="row" ref={opener}>
            <Button onPress={() => setCorrecting(true)}>{word('about_correct')}</Button>
            {isCorrected && (
              <Button look="quiet" onPress={() => onCorrect(backToThePage(article))}>
                {word('about_as_the_page')}
              </Button>
            )}
          </div>
        </>
      )}
      {detection && <WhyArticle detection={detection} />}
    </details>
  );
}

/** The row whose first button opens the form; it has the focus again once that is closed. */
function useOpener(isOpen: boolean) {
  const row = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) row.current?.querySelector('button')?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return row;
}

interface CorrectionFormProps {
  readonly article: ArticleMetadata;
  readonly onCorrect: (correction: ArticleCorrection) => void;
  readonly onClose: () => void;
}

/** The fields that can be corrected, as texts; only what the reader changes is sent. */
function CorrectionForm({ article, onCorrect, onClose }: CorrectionFormProps) {
  const word = useWords();
  const hint = useId();
  const first = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const [texts, setTexts] = useState<Partial<Record<CorrectableField, string>>>({});
  const field = (name: CorrectableField) => ({
    value: texts[name] ?? textOf(article, name),
    onInput: (event: { currentTarget: { value: string } }) =>
      setTexts({ ...texts, [name]: event.currentTarget.value }),
  });
  return (
    <form
      class="correction"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // In the popup the browser would close the whole window with it.
        event.preventDefault();
        onClose();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        onCorrect(correctionOf(texts, article));
      }}
    >
      <label>
        {word('facts_title')}
        <input ref={first} type="text" maxLength={2000} {...field('title')} />
      </label>
      <label>
        {word('facts_authors')}
        <textarea rows={2} maxLength={2000} aria-describedby={hint} {...field('authors')} />
      </label>
      <p class="hint" id={hint}>
        {word('about_authors_hint')}
      </p>
      <label>
        {word('facts_siteName')}
        <input type="text" maxLength={2000} {...field('siteName')} />
      </label>
      <label>
        {word('facts_publishedTime')}
        <input type="date" {...field('publishedTime')} />
      </label>
      <p class="hint">{word('about_kept')}</p>
      <div class="row">
        <Button look="quiet" onPress={onClose}>
          {word('library_cancel')}
        </Button>
        <button type="submit" class="button primary">
          {word('about_save')}
        </button>
      </div>
    </form>
  );
}

function textOf(article: ArticleMetadata, field: CorrectableField): string {
  if (field === 'authors') return article.authors.join('\n');
  return field === 'publishedTime' ? (article.publishedTime ?? '').slice(0, 10) : (article[field] ?? '');
}

function correctionOf(
  texts: Partial<Record<CorrectableField, string>>,
  article: ArticleMetadata,
): ArticleCorrection {
  const changed = Object.entries(texts).filter(
    ([field, text]) => text.trim() !== textOf(article, field as CorrectableField).trim(),
  );
  return Object.fromEntries(
    changed.map(([field, text]) => [field, field === 'authors' ? text.split('\n') : text]),
  );
}

function backToThePage({ provenance }: ArticleMetadata): ArticleCorrection {
  const corrected = CORRECTABLE.filter((field) => provenance[field] === 'reader');
  return Object.fromEntries(corrected.map((field) => [field, null]));
}
