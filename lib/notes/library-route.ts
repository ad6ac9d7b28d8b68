/** The tabs of the library, in their order. */
export const LIBRARY_TABS = ['articles', 'actors', 'claims', 'notes', 'exchange'] as const;
export type LibraryTab = (typeof LIBRARY_TABS)[number];

/**
 * Where the reader is in the library. `part` and `id` lead to one thing within a tab: `one` of its entries, or those `of` an
 * article; both are null for the whole list.
 */
export interface LibraryRoute {
  readonly tab: LibraryTab;
  readonly part: 'one' | 'of' | null;
  readonly id: string | null;
}

const PARTS = ['one', 'of'] as const;

/** Reads the fragment of the library's address; whatever it does not know is the list of articles. */
export function routeOf(hash: string): LibraryRoute {
  const [tab = '', part = '', ...rest] = hash.replace(/^#/, '').split('/');
  const known = LIBRARY_TABS.find((name) => name === tab) ?? 'articles';
  const within = PARTS.find((name) => name === part);
  const id = within && decoded(rest.join('/'));
  if (known !== tab || !within || !id) return { tab: known, part: null, id: null };
  return { tab: known, part: within, id };
}

/** The fragment of a place in the library, with its `#`. */
export function hashOf(tab: LibraryTab, part: 'one' | 'of' | null = null, id = ''): string {
  return part === null ? `#${tab}` : `#${tab}/${part}/${encodeURIComponent(id)}`;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
