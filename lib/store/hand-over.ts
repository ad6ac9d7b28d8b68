import { v4 } from 'uuid';
import type { AnnotationRecord } from '../model/annotation';
import type { ArticleRecord } from '../model/article';
import type { BackupFolder } from './backup-folder';
import { packed, unpackedLines } from './backups';

/** What was read from a file and is to be joined into the store. */
export interface HandedOver {
  readonly annotations: readonly AnnotationRecord[];
  readonly articles: readonly ArticleRecord[];
}

const PREFIX = 'handed-over-';

/**
 * Lays records where the background finds them: Chromium lets no message through that is larger than 64 MB, which some
 * thirty thousand notes are. @returns the name under which they lie.
 */
export async function handOver(folder: BackupFolder, records: HandedOver): Promise<string> {
  // What an import left behind that was broken off.
  for (const name of await folder.names()) if (name.startsWith(PREFIX)) await folder.remove(name);
  const name = `${PREFIX}${v4()}`;
  await folder.write(name, packed(linesOf(records)));
  return name;
}

async function* linesOf({ annotations, articles }: HandedOver): AsyncGenerator<string> {
  for (const article of articles) yield `${JSON.stringify({ article })}\n`;
  for (const annotation of annotations) yield `${JSON.stringify({ annotation })}\n`;
}

/** The records that lie under a name, null where there are none; they lie there until they are removed. */
export async function readHandedOver(folder: BackupFolder, name: string): Promise<HandedOver | null> {
  const file = name.startsWith(PREFIX) ? await folder.read(name) : null;
  if (!file) return null;
  const [annotations, articles]: [AnnotationRecord[], ArticleRecord[]] = [[], []];
  for await (const line of unpackedLines(file)) {
    const { annotation, article } = JSON.parse(line) as {
      annotation?: AnnotationRecord;
      article?: ArticleRecord;
    };
    if (annotation) annotations.push(annotation);
    if (article) articles.push(article);
  }
  return { annotations, articles };
}
