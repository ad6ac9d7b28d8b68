import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import messages from '../../../assets/public/_locales/en/messages.json' with { type: 'json' };
import { reasonKey } from '../../../lib/privacy/permission-reasons';

const BUILDS = ['.output/chrome-mv3', '.output/firefox-mv3'];

/** The frozen lists: whatever is added here must be explained in PRIVACY.md. */
const PERMISSIONS = ['activeTab', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'];
/** Firefox asks for none to have a sidebar. */
const CHROME_ALONE = ['sidePanel'];
const OPTIONAL = ['downloads'];
const HOSTS = ['http://*/*', 'https://*/*'];

/** Addresses that stand in the code as names or in a library's error messages; none is ever requested. */
const NAMES_NOT_ADDRESSES = [
  /^http:\/\/www\.w3\.org\//,
  /^https?:\/\/\*\/\*$/,
  // Explanations in Dexie's error messages.
  /^http:\/\/bit\.ly\/2kdckMn$/,
  /^https:\/\/tinyurl\.com\/y2uuvskb$/,
];

const built = BUILDS.filter((folder) => existsSync(join(folder, 'manifest.json')));

function scripts(folder: string): readonly (readonly [name: string, code: string])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
}

/** Readability works on its own copy of the page with two assignments; Preact carries one for a property we never use. */
function allowedMarkupWrites(code: string): number {
  return (code.includes('unlikelyCandidates') ? 2 : 0) + (code.includes('dangerouslySetInnerHTML') ? 1 : 0);
}

// `npm test` builds first; the quick `npm run check` may come before any build, and then says so.
if (built.length === 0) it.skip('reads the builds (none here yet: `npm run build`)', () => {});

describe.each(built)('the build in %s', (folder) => {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));

  it('asks for the frozen lists of permissions', () => {
    const own = folder.includes('chrome') ? CHROME_ALONE : [];
    expect([...manifest.permissions].sort()).toEqual([...PERMISSIONS, ...own].sort());
    expect([...manifest.host_permissions].sort()).toEqual(HOSTS);
    expect(manifest.optional_permissions ?? []).toEqual(OPTIONAL);
    expect(manifest.optional_host_permissions ?? []).toEqual([]);
  });

  it('asks for nothing that PRIVACY.md does not explain', () => {
    const privacy = readFileSync('PRIVACY.md', 'utf8');
    const asked = [...manifest.permissions, ...manifest.optional_permissions, ...manifest.host_permissions];
    expect(asked.filter((name: string) => !privacy.includes(`\`${name}\``))).toEqual([]);
  });

  it('has a sentence for everything it asks for in the proof of privacy', () => {
    const reasons = [
      ...[...manifest.permissions, ...manifest.optional_permissions].map((name: string) => ({
        name,
        kind: 'needed' as const,
      })),
      ...manifest.host_permissions.map((name: string) => ({ name, kind: 'site' as const })),
    ].map(reasonKey);
    expect(reasons.filter((key) => key === 'permission_unexplained' || !(key in messages))).toEqual([]);
  });

  it('shows no file of its own to pages, and keeps its pages from loading anything from outside', () => {
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
    const policy: string = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'self'");
    // Compiling the engine's own WebAssembly is the one thing allowed beyond the strictest policy.
    expect(policy.replace("'wasm-unsafe-eval'", '')).not.toMatch(/https?:|unsafe|\*/);
  });

  it('gives its scripts in web pages no command that could send anything', () => {
    const sends =
      /\bfetch\(|XMLHttpRequest|sendBeacon|\bWebSocket\b|EventSource|importScripts|new Image\b|RTCPeerConnection/;
    const inPages = scripts(folder).filter(([name]) => /^(?:detect|article|cards)\.js$/.test(name));
    expect(inPages).toHaveLength(3);
    expect(inPages.filter(([, code]) => sends.test(code)).map(([name]) => name)).toEqual([]);
  });

  it('runs no code from strings', () => {
    const risky = /\beval\(|new Function\(|\bFunction\([`'"]|insertAdjacentHTML|document\.write\(/;
    expect(
      scripts(folder)
        .filter(([, code]) => risky.test(code))
        .map(([name]) => name),
    ).toEqual([]);
  });

  it('writes no markup from strings but for what its libraries carry', () => {
    const writes = scripts(folder).map(([name, code]) => [
      name,
      code.match(/\.(inner|outer)HTML\s*=(?!=)/g)?.length ?? 0,
    ]);
    expect(writes).toEqual(scripts(folder).map(([name, code]) => [name, allowedMarkupWrites(code)]));
  });

  it('names no address to be requested', () => {
    const addresses = scripts(folder).flatMap(([name, code]) =>
      [...code.matchAll(/\b(?:https?|wss?):\/\/[^\s"'`)\\]+/g)].map(([address]) => ({ name, address })),
    );
    // `https://${…}` is put together from what a page or the reader gave.
    const unknown = addresses.filter(
      ({ address }) =>
        !/^\w+:\/\/\$\{/.test(address) && !NAMES_NOT_ADDRESSES.some((name) => name.test(address)),
    );
    expect(unknown).toEqual([]);
  });
});
