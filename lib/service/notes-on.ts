import { countOf } from '../store/annotations';
import { keyOfPage } from './page-key';
import type { Service } from './service';

/** How many notes the reader has on a page; none where the store cannot be opened. */
export async function notesOn(store: Pick<Service, 'database'>, url: string): Promise<number> {
  const key = keyOfPage(url);
  try {
    return key === null ? 0 : await countOf(await store.database(), key);
  } catch {
    return 0;
  }
}
