/**
 * Word clusters from word vectors: `fine` and `coarse` number a lower-cased word's cluster, -1 where it is unknown.
 * The table is text, one line a fine cluster: its coarse number, a tab, its words separated by spaces.
 */
export interface WordClusters {
  readonly size: number;
  fine(word: string): number;
  coarse(word: string): number;
}

const digits = (word: string): string => word.replace(/\d/g, '0');

/** Reads a table of clusters. Lines that are no cluster are skipped; never throws. */
export function readClusters(table: string): WordClusters {
  const fine = new Map<string, number>();
  const coarse: number[] = [];
  for (const line of table.split('\n')) {
    const tab = line.indexOf('\t');
    if (tab < 0) continue;
    const number = coarse.length;
    coarse.push(Number(line.slice(0, tab)) || 0);
    for (const word of line.slice(tab + 1).split(' ')) if (word) fine.set(word, number);
  }
  const look = (word: string): number => fine.get(word) ?? fine.get(digits(word)) ?? -1;
  return {
    size: fine.size,
    fine: look,
    coarse: (word) => coarse[look(word)] ?? -1,
  };
}
