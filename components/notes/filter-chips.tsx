import { useWords } from '../app/words';
import { Button } from '../primitives/button';
import type { Chip } from './finder-view';

interface FilterChipsProps {
  readonly chips: readonly Chip[];
  readonly onLift: (key: string) => void;
  readonly onClear: () => void;
}

/** The filters that are set, each a button that lifts it. */
export function FilterChips({ chips, onLift, onClear }: FilterChipsProps) {
  const word = useWords();
  if (chips.length === 0) return null;
  return (
    <ul class="chips" aria-label={word('filter_set')}>
      {chips.map(({ key, label, count }) => (
        <li key={key}>
          <button
            type="button"
            class="chip"
            aria-label={word('chip_remove', count === null ? label : `${label} ${count}`)}
            onClick={() => onLift(key)}
          >
            <span class="chip-label">{label}</span>
            {count !== null && <span class="count"> {count}</span>}
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <Button look="quiet" onPress={onClear}>
            {word('filter_clear')}
          </Button>
        </li>
      )}
    </ul>
  );
}

interface NothingFoundProps {
  readonly lifts: readonly Chip[];
  readonly onLift: (key: string) => void;
}

/** Nothing was found: what to lift, and what that would bring. */
export function NothingFound({ lifts, onLift }: NothingFoundProps) {
  const word = useWords();
  return (
    <div class="nothing-found">
      <p class="empty">{word('finder_nothing')}</p>
      {lifts.map(({ key, label, count }) => (
        <Button key={key} onPress={() => onLift(key)}>
          {word('finder_without', label, count ?? '')}
        </Button>
      ))}
    </div>
  );
}
