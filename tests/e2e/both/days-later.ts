import { expect } from '@playwright/test';
import { storedNote } from '../../support/many-records';

/** A page of the extension's own, and its background. */
export interface OwnPage {
  /** Runs the body of an asynchronous function. */
  run<T>(body: string): Promise<T>;
  stopBackground(): Promise<void>;
}

const FIRST = 900;
const DAYS_IN_BIN = [31, 29] as const;

const ask = (message: object) =>
  `return (globalThis.browser ?? globalThis.chrome).runtime.sendMessage(${JSON.stringify(message)});`;

// Defines `settled`, `folder` and `names`.
const HANDS = `
  const settled = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('backups', { create: true });
  const names = [];
  // One that is only being written has its name already, and the day's second takes the first away while they are looked through.
  for await (const [name, file] of folder.entries())
    if ((await file.getFile().catch(() => ({ size: 0 }))).size > 0) names.push(name);
`;

/** The days of the daily backups, the newest first. */
const DAYS = `${HANDS} return names.filter((name) => /-daily-.*\\.json$/.test(name)).map((name) => name.slice(0, 10)).sort().reverse();`;

/** As if it were days later: today's backup becomes eight of the days before, and the deletions are as old as `days` say. */
const daysLater = (deleted: readonly { readonly id: string; readonly days: number }[]) => `
  ${HANDS}
  const DAY = 86_400_000;
  const read = async (name) => (await (await folder.getFileHandle(name)).getFile()).arrayBuffer();
  const write = async (name, content) => {
    const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await file.write(content);
    await file.close();
  };
  for (const name of names.filter((one) => /-daily-.*\\.json$/.test(one))) {
    const about = JSON.parse(new TextDecoder().decode(await read(name)));
    const rows = await read(about.name + '.jsonl.gz');
    for (let days = 1; days <= 8; days++) {
      const made = new Date(Date.parse(about.made) - days * DAY).toISOString();
      const older = { ...about, made, name: about.name.replace(/^.{10}/, made.slice(0, 10)), state: 'of that day' };
      await write(older.name + '.jsonl.gz', rows);
      await write(older.name + '.json', JSON.stringify(older));
    }
  }
  // Those that were asked for today as well: with one of them the day has its backup.
  for (const name of names) await folder.removeEntry(name);
  const database = await settled(indexedDB.open('pressmark'));
  for (const { id, days } of ${JSON.stringify(deleted)}) {
    const table = database.transaction('annotations', 'readwrite').objectStore('annotations');
    const row = await settled(table.get(id));
    await settled(table.put({ ...row, updated: new Date(Date.now() - days * DAY).toISOString() }));
  }
  database.close();
`;

/** Waits for what a week of days and a month leave: seven daily backups, and the bin's last thirty days. */
export async function expectDaysKept({ run, stopBackground }: OwnPage): Promise<void> {
  const notes = await Promise.all(
    DAYS_IN_BIN.map((days, n) => storedNote(FIRST + n, { body: `${days} days ago` })),
  );
  await run(ask({ type: 'notes.merge', annotations: notes, articles: [] }));
  for (const { id, ctx } of notes) await run(ask({ type: 'notes.remove', id, seen: ctx }));
  const today = new Date().toISOString().slice(0, 10);
  await expect.poll(() => run<string[]>(DAYS)).toContain(today);
  await stopBackground();
  const deleted = notes.map(({ id }, n) => ({ id, days: DAYS_IN_BIN[n]! }));
  await run(daysLater(deleted));
  const before = await run<string[]>(DAYS);
  expect(before).toHaveLength(8);

  // Whatever wakes the background lets it tend the store.
  await run(ask({ type: 'settings.read' }));
  await run(ask({ type: 'store.watch' }));
  await expect.poll(() => run<string[]>(DAYS)).toEqual([today, ...before.slice(0, 6)]);
  for (const { id, days } of deleted) {
    const answer = await run<{ value: { count: number } }>(ask({ type: 'bin.giveBack', ids: [id] }));
    expect(answer.value.count, `deleted ${days} days ago`).toBe(days < 30 ? 1 : 0);
  }
}
