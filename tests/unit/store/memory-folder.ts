import type { BackupFolder } from '../../../lib/store/backup-folder';

/** A folder in memory. `fails` makes every writing fail as on a full disk, after some bytes. */
export function memoryFolder(files = new Map<string, Blob>(), fails = () => false): BackupFolder {
  return {
    names: async () => [...files.keys()].sort(),
    write: async (name, content) => {
      const blob = await new Response(content).blob();
      if (fails()) throw new DOMException('Full', 'QuotaExceededError');
      files.set(name, blob);
      return blob.size;
    },
    read: async (name) => files.get(name) ?? null,
    remove: async (name) => void files.delete(name),
  };
}
