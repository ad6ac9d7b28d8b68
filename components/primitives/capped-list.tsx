import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '../app/words';
import { Button } from './button';

interface CappedListProps<T> {
  readonly items: readonly T[];
  readonly render: (item: T) => ComponentChildren;
  readonly class: string;
  /** Whether the order says something. */
  readonly isOrdered?: boolean;
  /** How many are shown at first, and how many come with each press. */
  readonly step?: number;
}

const STEP = 50;

/** A list that begins short, says how many it leaves out, and grows on demand: 3,000 rows at once would freeze a panel. */
export function CappedList<T>({ items, render, class: name, isOrdered, step = STEP }: CappedListProps<T>) {
  const word = useWords();
  const [most, setMost] = useState(step);
  const rest = items.length - most;
  const List = isOrdered ? 'ol' : 'ul';
  return (
    <>
      <List class={name}>{items.slice(0, most).map(render)}</List>
      {rest > 0 && (
        <p class="more">
          <span class="hint">{word('list_left_out', rest)}</span>
          <Button look="quiet" onPress={() => setMost(most + step)}>
            {word('list_show_more')}
          </Button>
        </p>
      )}
    </>
  );
}
