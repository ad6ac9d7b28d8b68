import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Gives the sentence for a key in the reader's language, with `$1`… replaced. */
export type Words = (key: string, ...substitutions: (string | number)[]) => string;

/** Components know no browser: the entrypoint hands the words in. */
export const WordsContext = createContext<Words>((key) => key);

export function useWords(): Words {
  return useContext(WordsContext);
}
