import type { Detection } from '../../lib/model/article';
import { webAddress } from '../../lib/notes/note-markup';
import { useWords } from '../app/words';
import { spokenFor } from './detection-signals';
import type { ArticleFact } from './facts-of';

/** What the page says of its article, each with the place it was read from. */
export function ArticleFacts({ facts }: { readonly facts: readonly ArticleFact[] }) {
  const word = useWords();
  if (facts.length === 0) return <p class="empty">{word('facts_none')}</p>;
  return (
    <dl class="facts">
      {facts.map(({ field, value, from }) => (
        <div key={field}>
          <dt>{word(`facts_${field}`)}</dt>
          <dd>
            <FactValue value={value} isAddress={field === 'canonicalUrl'} />
            {from && <span class="provenance">{word(`facts_from_${from.replace('-', '_')}`)}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function FactValue({ value, isAddress }: { readonly value: string; readonly isAddress: boolean }) {
  const address = isAddress ? webAddress(value) : null;
  if (!address) return <span class="fact">{value}</span>;
  return (
    <a class="fact" href={address} target="_blank" rel="noopener noreferrer">
      {value}
    </a>
  );
}

/** Why the page was taken for an article, or not: what spoke for it, what against, and how sure that is. */
export function WhyArticle({ detection }: { readonly detection: Detection }) {
  const word = useWords();
  const { forIt, against } = spokenFor(detection.why);
  return (
    <details class="why">
      <summary>{word(detection.verdict === 'article' ? 'why_article' : 'why_no_article')}</summary>
      <Spoken title={word('why_article_for')} subjects={forIt} />
      <Spoken title={word('why_article_against')} subjects={against} />
      <p class="hint">{word('why_article_score', { share: detection.score })}</p>
    </details>
  );
}

function Spoken({ title, subjects }: { readonly title: string; readonly subjects: readonly string[] }) {
  const word = useWords();
  if (subjects.length === 0) return null;
  return (
    <>
      <p class="hint">{title}</p>
      <ul class="reasons">
        {subjects.map((subject) => (
          <li key={subject}>{word(`signal_${subject}`)}</li>
        ))}
      </ul>
    </>
  );
}
