import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ActorModel } from '../../lib/actors/actor-model';
import { type JudgedName, judgeNames } from '../train/actors-confidence';
import type { LabelledDocument } from '../train/actors-data';

/** Mean distance between confidence and share right, over ten bands of confidence weighted by their size. */
function calibrationError(judged: readonly JudgedName[]): number {
  const bands = Array.from({ length: 10 }, () => ({ sum: 0, right: 0 }));
  for (const { confidence, isRight } of judged) {
    const band = bands[Math.min(9, Math.floor(confidence * 10))];
    if (!band) continue;
    band.sum += confidence;
    band.right += isRight ? 1 : 0;
  }
  return (
    bands.reduce((total, { sum, right }) => total + Math.abs(sum - right), 0) / Math.max(1, judged.length)
  );
}

/** How far the confidence of names is from the share that is right, for each file of held-back documents in a folder. */
export function confidenceLines(folder: string, model: ActorModel): string[] {
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const judged = readFileSync(path.join(folder, file), 'utf8')
        .split('\n')
        .filter(Boolean)
        .flatMap((line) => judgeNames(JSON.parse(line) as LabelledDocument, model));
      const sure = judged.filter(({ confidence }) => confidence >= 0.9);
      const share = (100 * sure.filter(({ isRight }) => isRight).length) / Math.max(1, sure.length);
      return `${file.replace('.jsonl', '').padEnd(28)} ${judged.length} names, off by ${calibrationError(judged).toFixed(3)}; ${share.toFixed(1)} % right of the ${sure.length} surest (≥ .9)`;
    });
}
