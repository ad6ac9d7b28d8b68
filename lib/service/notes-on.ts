import { countOf } from '../store/annotations';
import { keyOfPage } from './page-key';
import type { Service } from './service';

/** How many notes the reader has on a page; none where the store cannot be opened. */
export async function notesOn(service: Service, url: string): Promise<number> {
  const key = keyOfPage(url);
  try {
    return key === null ? 0 : await countOf(await service.database(), key);
  } catch {
    return 0;
  }
}
