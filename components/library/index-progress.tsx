import type { IndexData } from '../../lib/surfaces/library-index-state';
import { useWords } from '../app/words';

/** Whether kept articles are still to be read, as far as is known. */
export const isReadingKept = ({ progress, failure }: IndexData): boolean =>
  progress ? progress.done < progress.total : failure === null;

/** How far the kept articles have been read for actors and claims; nothing once all are. Stands where it pushes nothing away, coming and going. */
export function IndexProgress({ index: { progress, failure } }: { readonly index: IndexData }) {
  const word = useWords();
  if (failure !== null || !progress || progress.done >= progress.total) return null;
  const sentence = word('library_indexing', progress.done, progress.total);
  return (
    <div class="index-progress">
      <progress aria-label={sentence} value={progress.done} max={progress.total} />
      <span class="hint">{sentence}</span>
    </div>
  );
}
