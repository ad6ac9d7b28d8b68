import browser from 'webextension-polyfill';
import type { PermissionState } from '../model/request-log';

interface Manifest {
  readonly permissions?: readonly string[];
  readonly optional_permissions?: readonly string[];
  readonly host_permissions?: readonly string[];
}

/** Every permission that the manifest names or the browser has given, as they are at this moment. */
export async function permissionStates(): Promise<PermissionState[]> {
  const manifest = browser.runtime.getManifest() as Manifest;
  const given = await browser.permissions.getAll();
  // Firefox names some of its own, which no extension asks for.
  const names = (given.permissions ?? []).filter((name) => !name.startsWith('internal:')) as string[];
  const sites = given.origins ?? [];
  const { permissions = [], optional_permissions: optional = [], host_permissions: hosts = [] } = manifest;
  const stated = (kind: PermissionState['kind'], all: readonly string[], granted: readonly string[]) =>
    all.map((name) => ({ name, kind, isGranted: granted.includes(name) }));
  const others = names.filter((name) => ![...permissions, ...optional].includes(name));
  return [
    ...stated('site', [...new Set([...hosts, ...sites])], sites),
    ...stated('needed', [...permissions, ...others], names),
    ...stated('optional', optional, names),
  ];
}
