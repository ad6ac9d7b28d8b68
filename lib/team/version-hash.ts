import type { VersionStamp } from '../model/annotation';
import { canonicalJson } from './canonical-json';

/** Hashes a text (as UTF-8) to 64 hex digits. A parameter, so that long simulations may take a cheaper one. */
export type TextHash = (text: string) => Promise<string>;

/** SHA-256 of the text's UTF-8 bytes, in lower-case hex. Needs a secure context: the background, not a page. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The hash of a version: over the RFC 8785 JSON of everything in it but the hash itself.
 *
 * @throws TypeError (as a rejection) when the version holds what JSON cannot carry.
 */
export async function hashVersion<V extends Omit<VersionStamp, 'hash'>>(
  version: V,
  hash: TextHash,
): Promise<string> {
  const { hash: _ignored, ...content } = version as V & { hash?: string };
  return hash(canonicalJson(content));
}
