import type { ToBackground } from '../messaging/protocol';
import type { Handlers } from '../messaging/server';
import type { LibraryIndex } from './library-index';

/** What the library asks: to know the actors and claims of the kept articles. */
export function libraryHandlers(index: LibraryIndex): Pick<Handlers<ToBackground>, 'library.index'> {
  return {
    'library.index': ({ looksAnew }) => index.work(looksAnew),
  };
}
