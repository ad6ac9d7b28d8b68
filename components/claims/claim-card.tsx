import type { ClaimKind, Modality } from '../../lib/model/claim';
import { useWords } from '../app/words';
import { Button } from '../primitives/button';
import { WhyMarked } from '../primitives/why-marked';

/** A claim as its card shows it; `source` null means that the text names nobody. */
export interface ClaimCardData {
  readonly id: string;
  readonly source: string | null;
  /** The actor behind the source words, where it is known; named once where the words have the name in them. */
  readonly actor: string | null;
  readonly cue: string | null;
  readonly content: string;
  readonly kind: ClaimKind;
  readonly modality: Modality;
  readonly negated: boolean;
  /** Codes of the engine's reasons, and how sure it is (0…1). */
  readonly why: readonly string[];
  readonly confidence: number;
}

interface ClaimCardProps {
  readonly claim: ClaimCardData;
  readonly onNote: () => void;
  readonly onWrong: () => void;
}

/** Who says it, with which word, what exactly. */
export function ClaimCard({ claim, onNote, onWrong }: ClaimCardProps) {
  const word = useWords();
  const source = claim.source ?? word('popup_unnamed_source');
  return (
    <div class="claim-card">
      <dl>
        <dt>{word('card_source')}</dt>
        <dd>
          <b>{source}</b>
          {claim.actor && !source.includes(claim.actor) && <span class="hint"> {claim.actor}</span>}
        </dd>
        {claim.cue && <dt>{word('card_cue')}</dt>}
        {claim.cue && <dd>{claim.cue}</dd>}
        <dt>{word('card_content')}</dt>
        <dd class="content">{claim.content}</dd>
      </dl>
      <p class="hint">
        {word(`kind_${claim.kind}`)} · {word(`modality_${claim.modality}`)}
        {claim.negated && ` · ${word('card_negated')}`}
      </p>
      <WhyMarked of="claim" codes={claim.why} confidence={claim.confidence} />
      <div class="row">
        <Button onPress={onWrong}>{word('card_wrong')}</Button>
        <span class="status" />
        <Button look="primary" onPress={onNote}>
          {word('adder_note')}
        </Button>
      </div>
    </div>
  );
}
