import type { ExportSet, Format } from '../exchange/format';

// What the browser takes over at a time; it keeps it outside of the page's memory, on the disk where it is much.
const PIECE = 4_000_000;
// Between two breaths, so that the page answers while a long file is written.
const BREATH = 500_000;

/** Writes a file of any length: only a piece of its text is ever in memory. */
export async function writeFile(format: Format, set: ExportSet): Promise<Blob> {
  const pieces: Blob[] = [];
  let chunks: string[] = [];
  let [length, breath] = [0, 0];
  const handOver = () => {
    pieces.push(new Blob(chunks));
    chunks = [];
    length = 0;
  };
  for (const chunk of format.write(set)) {
    chunks.push(chunk);
    length += chunk.length;
    breath += chunk.length;
    if (length >= PIECE) handOver();
    if (breath < BREATH) continue;
    breath = 0;
    await nextTurn();
  }
  handOver();
  return new Blob(pieces, { type: format.mediaType });
}

// Not by a timer: browsers let a page that is not in front wait a second for each.
function nextTurn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
