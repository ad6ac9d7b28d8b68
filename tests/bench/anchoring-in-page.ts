/** The engine that finds notes again, as a page's script that says how long it took and how long it held everything up. */
import { findTargetsInSteps, type IdentifiedTarget } from '../../lib/anchoring/find-targets';
import { blocksOf } from '../../lib/text/blocks';

export interface AnchoringInput {
  readonly made: { readonly hash: string; readonly text: string };
  readonly targets: readonly IdentifiedTarget[];
  readonly texts: readonly { readonly name: string; readonly text: string; readonly hash: string }[];
}

export interface AnchoringMeasured {
  readonly name: string;
  /** Milliseconds a round. */
  readonly all: readonly number[];
  /** Milliseconds of the longest stretch of any round in which nothing else could run. */
  readonly longest: number;
  readonly found: number;
}

const ROUNDS = 9;

/** A task of its own, without the four milliseconds that browsers put between timers. */
function pauseByMessage(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}

async function measure({ made, targets, texts }: AnchoringInput): Promise<AnchoringMeasured[]> {
  const measured: AnchoringMeasured[] = [];
  const kept = [{ ...made, blocks: blocksOf(made.text) }];
  for (const { name, text, hash } of texts) {
    const all: number[] = [];
    let longest = 0;
    let found = 0;
    for (let round = 0; round <= ROUNDS; round++) {
      await pauseByMessage();
      let paused = 0;
      let since = performance.now();
      const start = since;
      const stretch = () => {
        longest = Math.max(longest, performance.now() - since);
      };
      const anchors = await findTargetsInSteps(text, blocksOf(text), hash, targets, kept, async () => {
        const before = performance.now();
        stretch();
        await pauseByMessage();
        since = performance.now();
        paused += since - before;
      });
      stretch();
      // What else the machine does in a pause is not ours; the first round compiles.
      if (round > 0) all.push(performance.now() - start - paused);
      else longest = 0;
      found = anchors.filter(({ state }) => state !== 'gone' && state !== 'uncertain').length;
    }
    measured.push({ name, all, longest, found });
  }
  return measured;
}

void (async () => {
  const data = document.querySelector('#data')?.textContent ?? '{}';
  const measured = await measure(JSON.parse(data) as AnchoringInput);
  sessionStorage.setItem('measured', JSON.stringify(measured));
})();
