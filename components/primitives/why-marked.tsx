import { useWords } from '../app/words';

interface WhyMarkedProps {
  /** What the codes belong to; the sentences' keys begin with it. */
  readonly of: 'actor' | 'claim' | 'article';
  readonly codes: readonly string[];
  /** How sure the engine is, 0…1. */
  readonly confidence: number;
}

/** "Why was this marked?": the engine's reasons as sentences, and how sure it is. */
export function WhyMarked({ of, codes, confidence }: WhyMarkedProps) {
  const word = useWords();
  const sentences = codes.map((code) => word(`why_${of}_${code.replaceAll('-', '_')}`));
  return (
    <details class="why">
      <summary>{word('why_marked')}</summary>
      <ul>
        {[...new Set(sentences)].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        <li>{word('why_confidence', { share: confidence })}</li>
      </ul>
    </details>
  );
}
