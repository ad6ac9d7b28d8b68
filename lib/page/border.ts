import type { Border } from '../messaging/server';

/**
 * The page's side of the border. Only our own background can send these (the listener refuses everyone else), so a
 * look at the outer shape is enough and the always-on script stays small.
 */
const anything = (message: unknown) => message;

export const PAGE_BORDER: Border = {
  checks: {
    'page.describe': anything,
    'settings.changed': anything,
    'notes.changed': anything,
    'notes.merged': anything,
    'words.changed': anything,
    'says.toggle': anything,
    'keys.toggle': anything,
    'passage.show': anything,
    'span.show': anything,
    'mark.walk': anything,
    'note.begin': anything,
  },
  extensionOnly: new Set(),
};
