/** Where backups lie: files that are there whole or not at all. Tests have one in memory. */
export interface BackupFolder {
  names(): Promise<string[]>;
  /** Writes a file; until the last byte is there the old one stands, or none. */
  write(name: string, content: ReadableStream<Uint8Array>): Promise<number>;
  /** Null where there is no such file. */
  read(name: string): Promise<Blob | null>;
  remove(name: string): Promise<void>;
}

const FOLDER = 'backups';

/**
 * The extension's own folder in the browser's file storage. It lies apart from the databases: one that is damaged,
 * deleted or thrown away does not take it along.
 *
 * @throws where the browser gives none, as in Firefox' private windows.
 */
export async function browserFolder(): Promise<BackupFolder> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(FOLDER, { create: true });
  return {
    async names() {
      const names: string[] = [];
      for await (const name of namesIn(folder)) names.push(name);
      return names.sort();
    },

    async write(name, content) {
      const file = await folder.getFileHandle(name, { create: true });
      // The browser writes to a file of its own and puts it in place when it is closed.
      await content.pipeTo(await file.createWritable());
      return (await file.getFile()).size;
    },

    async read(name) {
      try {
        const file = await (await folder.getFileHandle(name)).getFile();
        return file.size > 0 ? file : null;
      } catch {
        return null;
      }
    },

    async remove(name) {
      // Gone already is fine.
      await folder.removeEntry(name).catch(() => {});
    },
  };
}

// TypeScript's own library does not list the names of a folder yet.
function namesIn(folder: FileSystemDirectoryHandle): AsyncIterable<string> {
  return (folder as FileSystemDirectoryHandle & { keys(): AsyncIterable<string> }).keys();
}
