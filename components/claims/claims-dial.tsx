import { CLAIM_STEPS, claimStep } from '../../lib/claims/shown-claims';
import type { Density } from '../../lib/model/settings';
import { useWords } from '../app/words';

interface ClaimsDialProps {
  readonly claimsFrom: number | null;
  readonly density: Density;
  /** How many claims are shown, and how many there are. */
  readonly shown: number;
  readonly all: number;
  readonly onChange: (claimsFrom: number | null) => void;
}

/** The dial between few claims that are right and all that may be. */
export function ClaimsDial({ claimsFrom, density, shown, all, onChange }: ClaimsDialProps) {
  const word = useWords();
  const count = word('claims_step', shown, all);
  return (
    <label class="claims-dial">
      <span>{word('claims_precise')}</span>
      <input
        type="range"
        aria-label={word('popup_claims_from')}
        aria-valuetext={count}
        min={0}
        max={CLAIM_STEPS.length - 1}
        step={1}
        value={claimStep(claimsFrom, density)}
        onInput={(event) => onChange(CLAIM_STEPS[Number(event.currentTarget.value)] ?? null)}
      />
      <span>{word('claims_complete')}</span>
      <span class="count">{count}</span>
    </label>
  );
}
