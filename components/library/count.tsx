import { useWords } from '../app/words';

interface CountProps {
  readonly of: number;
  /** The column's name, for windows too narrow for columns. */
  readonly name: string;
}

/** How many of something, in a column; none of it steps back. */
export function Count({ of, name }: CountProps) {
  const word = useWords();
  return (
    <td class={of === 0 ? 'number none' : 'number'} data-name={name}>
      {word('number_alone', of)}
    </td>
  );
}
