import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Words } from '../../lib/text/wording';

export type { Words };

/** Components know no browser: the entrypoint hands the words in. */
export const WordsContext = createContext<Words>((key) => key);

export function useWords(): Words {
  return useContext(WordsContext);
}
