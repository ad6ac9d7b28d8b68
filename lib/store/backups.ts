import { type BackupRow, endLine, headerLine, rowLine } from '../exchange/backup-file';
import type { BackupFolder } from './backup-folder';
import { lastChange } from './change-log';
import type { PressmarkDatabase } from './database';
import { sentinelOf } from './identity';
import { storedRows } from './stored-rows';

/** How many daily backups are kept. */
export const DAYS_KEPT = 7;
const DAY_MS = 86_400_000;

/** A backup in the folder. `notes` is the number of annotations that were not deleted, `bytes` the packed size. */
export interface BackupInfo {
  readonly name: string;
  /** ISO 8601. */
  readonly made: string;
  readonly notes: number;
  readonly bytes: number;
  /** Of which database; see `Sentinel`. */
  readonly sentinel: string | null;
  /** What the database was, in short: a day on which nothing has changed needs no new backup. */
  readonly state: string;
  readonly reason: 'daily' | 'upgrade' | 'asked';
}

const DATA = '.jsonl.gz';
const INFO = '.json';

/** The backups of a folder, newest first. What was cut off while it was written is not among them. */
export async function backupsIn(folder: BackupFolder): Promise<BackupInfo[]> {
  const names = new Set(await folder.names());
  const found: BackupInfo[] = [];
  for (const name of names) {
    if (!name.endsWith(INFO) || !names.has(name.replace(INFO, DATA))) continue;
    const info = await folder.read(name).then(readInfo);
    if (info) found.push(info);
  }
  return found.sort((a, b) => (a.made < b.made ? 1 : a.made > b.made ? -1 : 0));
}

/** The packed bytes of a backup, or null. */
export function backupFile(folder: BackupFolder, name: string): Promise<Blob | null> {
  return folder.read(name + DATA);
}

// Taken in to be restored, and replaced by the next one.
const TAKEN_IN = 'file';

/** Puts a file of the reader's into the folder, where the background finds it. @returns its name there. */
export async function putFile(folder: BackupFolder, file: Blob): Promise<string> {
  await folder.write(TAKEN_IN + DATA, file.stream());
  return TAKEN_IN;
}

/** Removes one backup. */
export async function removeBackup(folder: BackupFolder, name: string): Promise<void> {
  await folder.remove(name + INFO);
  await folder.remove(name + DATA);
}

/** Removes all that lies in the folder, also what is no backup: a file taken in, an import or a backup that was broken off. */
export async function emptyFolder(folder: BackupFolder): Promise<void> {
  for (const name of await folder.names()) await folder.remove(name);
}

/** Writes all that a database holds into the folder, whatever its version. A second daily one replaces that of the same day. */
export async function backUp(
  folder: BackupFolder,
  database: IDBDatabase,
  about: { readonly sentinel: string | null; readonly state: string; readonly reason: BackupInfo['reason'] },
  now: number = Date.now(),
): Promise<BackupInfo> {
  const made = new Date(now).toISOString();
  // The database's own name in it: after a loss the new one must not write over the last backup of the old one.
  const day = about.reason === 'daily' ? made.slice(0, 10) : made.slice(0, 19).replaceAll(':', '');
  const name = [day, about.reason, about.sentinel?.slice(0, 8) ?? 'unknown'].join('-');
  let notes = 0;
  const counted = (row: BackupRow) => {
    if (row.table === 'annotations' && (row.row as { deleted?: unknown }).deleted === 0) notes += 1;
  };
  // Its description comes last: without it the file does not count.
  await folder.remove(name + INFO);
  const header = { made, schema: database.version / 10, sentinel: about.sentinel };
  const bytes = await folder.write(name + DATA, packed(backupLines(database, header, counted)));
  const info: BackupInfo = { name, made, notes, bytes, ...about };
  await folder.write(name + INFO, new Blob([JSON.stringify(info)]).stream());
  return info;
}

/**
 * Makes today's backup if anything has changed since the last one, and lets go of daily ones beyond `DAYS_KEPT` and of
 * other ones beyond as many. The newest of a former database stays until it has been restored or let go by the reader.
 */
export async function tendBackups(
  folder: BackupFolder,
  db: PressmarkDatabase,
  now: number = Date.now(),
): Promise<BackupInfo | null> {
  const [sentinel, state, backups] = [await sentinelOf(db), await stateOf(db), await backupsIn(folder)];
  const newest = backups.find((backup) => backup.sentinel === sentinel.id && !isAhead(backup, now));
  const isDue = !newest || newest.made.slice(0, 10) !== new Date(now).toISOString().slice(0, 10);
  if (!isDue || newest?.state === state || (await isEmpty(db))) return null;
  return backUpNow(folder, db, 'daily', now);
}

/** Makes a backup now, and lets go of those beyond `DAYS_KEPT`. */
export async function backUpNow(
  folder: BackupFolder,
  db: PressmarkDatabase,
  reason: BackupInfo['reason'] = 'asked',
  now: number = Date.now(),
): Promise<BackupInfo> {
  const { id: sentinel } = await sentinelOf(db);
  const about = { sentinel, state: await stateOf(db), reason };
  const info = await backUp(folder, db.backendDB(), about, now);
  await prune(folder, sentinel, now);
  return info;
}

/** Changes with every change of what a backup holds but drafts: corrections move no clock, but stand among the changes. */
async function stateOf(db: PressmarkDatabase): Promise<string> {
  const [clock, change] = [await db.meta.get('clock'), await lastChange(db)];
  const counts = [await db.annotations.count(), await db.articles.count(), await db.wordList.count()];
  return [clock?.value ?? '', change?.n ?? 0, ...counts].join(' ');
}

async function isEmpty(db: PressmarkDatabase): Promise<boolean> {
  const counts = [await db.annotations.count(), await db.articles.count(), await db.wordList.count()];
  return counts.every((count) => count === 0);
}

// Made while the clock was wrong. Taken for the newest, such backups would push out every other one until their day comes.
function isAhead({ made }: BackupInfo, now: number): boolean {
  return Date.parse(made) > now + DAY_MS;
}

// Afterwards, so that a backup that fails costs none of the old ones.
async function prune(folder: BackupFolder, sentinel: string, now: number): Promise<void> {
  const all = await backupsIn(folder);
  const backups = [...all.filter((one) => !isAhead(one, now)), ...all.filter((one) => isAhead(one, now))];
  const isOwn = (backup: BackupInfo) => backup.sentinel === sentinel;
  const groups = [
    backups.filter((backup) => isOwn(backup) && backup.reason === 'daily'),
    backups.filter((backup) => isOwn(backup) && backup.reason !== 'daily'),
    backups.filter((backup) => !isOwn(backup)),
  ];
  for (const group of groups) for (const { name } of group.slice(DAYS_KEPT)) await removeBackup(folder, name);
}

/** The lines of a backup of a whole database. */
export async function* backupLines(
  database: IDBDatabase,
  header: Parameters<typeof headerLine>[0],
  counted: (row: BackupRow) => void = () => {},
): AsyncGenerator<string> {
  yield headerLine(header);
  let rows = 0;
  for await (const row of storedRows(database)) {
    counted(row);
    rows += 1;
    yield rowLine(row);
  }
  yield endLine(rows);
}

const CHUNK = 64_000;

/** Lines as packed bytes. */
export function packed(lines: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = chunksOf(lines)[Symbol.asyncIterator]();
  const bytes = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { value, done } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
  return bytes.pipeThrough(new CompressionStream('gzip'));
}

async function* chunksOf(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let chunk = '';
  for await (const line of lines) {
    chunk += line;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

// A line of an article of book length; longer ones are an attack.
const LONGEST_LINE = 64_000_000;
// Unpacked, some hundred thousand annotations with their articles.
const MOST_UNPACKED = 2_000_000_000;

/** The lines of packed or plain bytes. @throws where the packing is damaged, or unpacks to more than any backup holds. */
export async function* unpackedLines(file: Blob): AsyncGenerator<string> {
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isPacked = start[0] === 0x1f && start[1] === 0x8b;
  const bytes = isPacked ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
  const reader = bytes.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let size = 0;
  for (;;) {
    const { value, done } = await reader.read();
    rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
    size += value?.length ?? 0;
    const lines = rest.split('\n');
    rest = lines.pop()!;
    if (size > MOST_UNPACKED || rest.length > LONGEST_LINE) {
      await reader.cancel();
      throw new RangeError('This is more than a backup holds');
    }
    for (const line of lines) if (line !== '') yield line;
    if (done) break;
  }
  if (rest !== '') yield rest;
}

async function readInfo(file: Blob | null): Promise<BackupInfo | null> {
  try {
    return file && (JSON.parse(await file.text()) as BackupInfo);
  } catch {
    return null;
  }
}
