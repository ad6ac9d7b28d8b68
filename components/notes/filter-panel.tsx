import { useId, useState } from 'preact/hooks';
import type { Facet, NoteFacets } from '../../lib/notes/note-facets';
import type { NoteCondition, ValueKind } from '../../lib/notes/note-filter';
import { shorten } from '../../lib/text/shorten';
import { useWords } from '../app/words';
import { Button } from '../primitives/button';

const CHOSEN = ['site', 'tag', 'author'] as const;
// A value may be as long as a paragraph; the list of choices may not be as wide.
const VALUE_SHOWN = 60;

interface FilterPanelProps {
  readonly id: string;
  readonly facets: NoteFacets | null;
  readonly days: { readonly from: string | null; readonly to: string | null };
  readonly wantsLost: boolean;
  readonly onAdd: (condition: NoteCondition) => void;
  readonly onLift: (key: string) => void;
}

/** Chooses filters from what the notes have. */
export function FilterPanel({ id, facets, days, wantsLost, onAdd, onLift }: FilterPanelProps) {
  const word = useWords();
  if (facets === null) {
    return (
      <p id={id} class="empty">
        {word('filter_reading')}
      </p>
    );
  }
  const dayField = (side: 'from' | 'to') => (
    <label>
      {word(`filter_${side}`)}
      <input
        type="date"
        value={days[side] ?? ''}
        onChange={(event) =>
          onAdd({
            kind: 'changed',
            from: days.from,
            to: days.to,
            [side]: event.currentTarget.value || null,
          })
        }
      />
    </label>
  );
  return (
    <fieldset id={id} class="filter-panel">
      <legend class="visually-hidden">{word('finder_filter')}</legend>
      {CHOSEN.map((kind) => (
        <ValueChoice key={kind} kind={kind} facets={facets[kind]} onAdd={onAdd} />
      ))}
      <NameField facets={facets.actor} onAdd={onAdd} />
      {dayField('from')}
      {dayField('to')}
      <label class="filter-lost">
        <input
          type="checkbox"
          checked={wantsLost}
          disabled={facets.lost === 0 && !wantsLost}
          onChange={(event) => (event.currentTarget.checked ? onAdd({ kind: 'lost' }) : onLift('lost'))}
        />
        {`${word('filter_lost')} (${facets.lost})`}
      </label>
    </fieldset>
  );
}

interface ValueChoiceProps {
  readonly kind: ValueKind;
  readonly facets: readonly Facet[];
  readonly onAdd: (condition: NoteCondition) => void;
}

function ValueChoice({ kind, facets, onAdd }: ValueChoiceProps) {
  const word = useWords();
  return (
    <label>
      {word(`filter_${kind}`)}
      <select
        value=""
        disabled={facets.length === 0}
        onChange={(event) => {
          const { value } = event.currentTarget;
          // What is chosen stands among the chips; here another one can be chosen.
          event.currentTarget.value = '';
          if (value !== '') onAdd({ kind, value });
        }}
      >
        <option value="">{word('filter_choose')}</option>
        {facets.map(({ value, count }) => (
          <option key={value} value={value}>
            {`${shorten(value, VALUE_SHOWN)} (${count})`}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Any name can be asked for; those that stand in notes are offered. */
function NameField({ facets, onAdd }: Omit<ValueChoiceProps, 'kind'>) {
  const word = useWords();
  const id = useId();
  const [name, setName] = useState('');
  const add = () => {
    if (name.trim() === '') return;
    onAdd({ kind: 'actor', value: name.trim() });
    setName('');
  };
  return (
    <form
      class="filter-name"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label>
        {word('filter_actor')}
        <input
          type="text"
          list={id}
          value={name}
          maxLength={300}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <datalist id={id}>
        {facets.map(({ value, count }) => (
          <option key={value} value={value} label={`${shorten(value, VALUE_SHOWN)} (${count})`} />
        ))}
      </datalist>
      <Button onPress={add} isDisabled={name.trim() === ''} label={word('filter_add_actor')}>
        {word('filter_add')}
      </Button>
    </form>
  );
}
