import { sha256 } from '../team/version-hash';
import { MODEL_FILES } from './load-models';

/** Names what findings come from: the version of the extension, whose rules they follow, and its packed weights. */
export async function engineVersion(
  extension: string,
  read: (path: string) => Promise<Uint8Array>,
): Promise<string> {
  const prints = await Promise.all(
    MODEL_FILES.map(async (path) => {
      try {
        return fingerprint(await read(path));
      } catch {
        // Without its weights an engine works by rules alone.
        return 'none';
      }
    }),
  );
  return (await sha256([extension, ...prints].join('\n'))).slice(0, 16);
}

// FNV-1a: it tells builds of ours apart, and is no guard against anybody.
function fingerprint(bytes: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < bytes.length; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return `${bytes.length}-${(hash >>> 0).toString(16)}`;
}
