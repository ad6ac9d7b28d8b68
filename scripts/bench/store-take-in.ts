/** What is taken in whole: a large backup restored, a large file imported, by the built extension as a reader does it. */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Page } from '@playwright/test';
import { endLine, headerLine, rowLine } from '../../lib/exchange/backup-file';
import { formatNamed } from '../../lib/exchange/formats';
import type { AnnotationRecord } from '../../lib/model/annotation';
import type { ArticleRecord } from '../../lib/model/article';
import { recordsOf } from '../../tests/bench/store-in-page';
import { type ChromiumSession, launchChromium } from '../../tests/support/chromium';
import { english } from '../../tests/support/english';
import { killChromium } from '../../tests/support/kill-chromium';

const SEED = 20261127;
const PIECE = 5000;
const LONGEST_MS = 1_500_000;

async function* backupOf(notes: number): AsyncGenerator<string> {
  yield headerLine({ made: '2026-01-01T00:00:00.000Z', schema: 3, sentinel: null });
  let rows = 0;
  for (let from = 0; from < notes; from += PIECE) {
    const { annotations, articles } = await recordsOf(from, Math.min(notes, from + PIECE), SEED);
    for (const record of articles) yield rowLine({ table: 'articles', row: { record } });
    for (const record of annotations) yield rowLine({ table: 'annotations', row: { record } });
    rows += annotations.length + articles.length;
  }
  yield endLine(rows);
}

async function* exportOf(notes: number): AsyncGenerator<string> {
  const all: { annotations: AnnotationRecord[]; articles: ArticleRecord[] } = {
    annotations: [],
    articles: [],
  };
  for (let from = 0; from < notes; from += PIECE) {
    const { annotations, articles } = await recordsOf(from, Math.min(notes, from + PIECE), SEED);
    all.annotations.push(...annotations);
    all.articles.push(...articles);
  }
  yield* formatNamed('json-ld')!.write({
    ...all,
    exportedAt: '2026-01-01T00:00:00.000Z',
    generator: 'bench',
  });
}

/** Notes in the database as the browser holds it. */
function countNotes(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('pressmark');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction('annotations').objectStore('annotations').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
}

/** Waits for a sentence of a page. @returns seconds. @throws with what the page says instead. */
async function awaitSentence(page: Page, good: string): Promise<number> {
  const start = performance.now();
  const [done, failed] = [page.getByText(good).first(), page.locator('[role=status] p.problem').first()];
  await done.or(failed).waitFor({ timeout: LONGEST_MS });
  if (await failed.isVisible()) throw new Error((await failed.textContent()) ?? '');
  return (performance.now() - start) / 1000;
}

interface Way {
  readonly name: string;
  readonly at: string;
  readonly write: (path: string, notes: number) => Promise<void>;
  readonly file: string;
  readonly field: string;
  readonly planned: (notes: number) => string;
  readonly apply: (notes: number) => string;
  readonly done: (notes: number) => string;
}

const RESTORE: Way = {
  name: 'restore',
  at: 'options.html#storage',
  file: 'backup.jsonl.gz',
  field: '#storage input[type=file]',
  write: (path, notes) => pipeline(Readable.from(backupOf(notes)), createGzip(), createWriteStream(path)),
  planned: (notes) => english('storage_plan_missing', notes),
  apply: () => english('storage_restore'),
  done: (notes) => english('storage_restored', notes),
};

const IMPORT: Way = {
  name: 'import',
  at: 'library.html#exchange',
  file: 'notes.jsonld',
  field: 'input[type=file]',
  write: (path, notes) => pipeline(Readable.from(exportOf(notes)), createWriteStream(path)),
  planned: (notes) => english('library_plan_new', notes),
  apply: (notes) => english('library_apply_count', notes),
  done: (notes) => english('library_done_count', notes, 0),
};

async function once(way: Way, notes: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'pressmark-take-in-'));
  const profile = join(folder, 'profile');
  let session: ChromiumSession | null = null;
  try {
    const path = join(folder, way.file);
    await way.write(path, notes);
    session = await launchChromium({ profile });
    const page = await session.context.newPage();
    await page.goto(session.extensionUrl(way.at));
    await page.locator(way.field).setInputFiles(path);
    const planned = await awaitSentence(page, way.planned(notes));
    await page.getByRole('button', { name: way.apply(notes), exact: true }).click();
    const applied = await awaitSentence(page, way.done(notes));
    // What was said to be there must be there after a power cut.
    await killChromium(session);
    session = await launchChromium({ profile });
    const again = await session.context.newPage();
    await again.goto(session.extensionUrl('welcome.html'));
    const stood = await countNotes(again);
    const size = ((await stat(path)).size / 1e6).toFixed(1);
    console.log(
      `Chromium · ${way.name} of ${notes} notes, a file of ${size} MB · preview ${planned.toFixed(1)} s · ${way.name} ${applied.toFixed(1)} s · ${stood} notes stand after kill −9`,
    );
    if (stood !== notes) throw new Error(`${notes - stood} notes are missing`);
  } finally {
    await session?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Restores backups and imports files of so many notes, each in a browser of its own. */
export async function takeIn(restores: readonly number[], imports: readonly number[]): Promise<void> {
  for (const notes of restores) await once(RESTORE, notes);
  for (const notes of imports) await once(IMPORT, notes);
}
