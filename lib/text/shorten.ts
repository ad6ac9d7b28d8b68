/** A text in one line of at most `most` UTF-16 units, cut with an ellipsis where it is longer. */
export function shorten(text: string, most: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > most ? `${flat.slice(0, most - 1)}…` : flat;
}
