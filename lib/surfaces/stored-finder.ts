import { watchLostPassages } from '../platform/lost-passages';
import { countConditions, facetsOf, findNotes } from '../store/find-notes';
import type { FinderParts } from './note-finder';
import { watchInTables } from './stored-notes';

/** What a list of all notes reads, live. */
export const STORED_FOR_FINDER: FinderParts = {
  watchFound: (request, onFound, onCounts, onFailure) =>
    watchInTables(
      async (db) => {
        const found = await findNotes(db, request);
        onFound(found);
        return countConditions(db, request, found.total);
      },
      onCounts,
      onFailure,
    ),
  watchFacets: (lost, onFacets, onFailure) => watchInTables((db) => facetsOf(db, lost), onFacets, onFailure),
  watchLost: (onLost) => watchLostPassages((lost) => onLost(new Set(Object.keys(lost)))),
};
