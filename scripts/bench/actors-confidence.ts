import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ActorModel } from '../../lib/actors/actor-model';
import { documentPass } from '../../lib/actors/document-pass';
import { readText } from '../../lib/actors/reading';
import { tagByModel } from '../../lib/actors/tag-model';
import { type LabelledDocument, SOURCES } from '../train/actors-data';

interface Judged {
  readonly confidence: number;
  readonly right: boolean;
}

/** Judges every name that the model finds: extent and class must be right. Where a source has no MISC, those are left out. */
function judgeNames(documents: readonly LabelledDocument[], model: ActorModel): Judged[] {
  return documents.flatMap(({ text, ents, open }) => {
    const reading = readText(text);
    return documentPass(reading, tagByModel(reading, model)).flatMap(({ from, to, label, confidence }) => {
      if (open && label === 'MISC') return [];
      const start = reading.tokens[from]?.start;
      const end = reading.tokens[to - 1]?.end;
      const right = ents.some((ent) => ent.start === start && ent.end === end && ent.type === label);
      return [{ confidence, right }];
    });
  });
}

/** Mean distance between confidence and share right, over ten bands of confidence weighted by their size. */
function calibrationError(judged: readonly Judged[]): number {
  const bands = Array.from({ length: 10 }, () => ({ sum: 0, right: 0 }));
  for (const { confidence, right } of judged) {
    const band = bands[Math.min(9, Math.floor(confidence * 10))];
    if (!band) continue;
    band.sum += confidence;
    band.right += right ? 1 : 0;
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
      const isOpen = SOURCES.some((source) => source.open && file.startsWith(source.file));
      const documents = readFileSync(path.join(folder, file), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line): LabelledDocument => ({ ...JSON.parse(line), open: isOpen }));
      const judged = judgeNames(documents, model);
      const sure = judged.filter(({ confidence }) => confidence >= 0.9);
      const share = (100 * sure.filter(({ right }) => right).length) / Math.max(1, sure.length);
      return `${file.replace('.jsonl', '').padEnd(28)} ${judged.length} names, off by ${calibrationError(judged).toFixed(3)}; ${share.toFixed(1)} % right of the ${sure.length} surest (≥ .9)`;
    });
}
