import type { PermissionState } from '../model/request-log';

/** Permission → the key of the sentence that says what it is for. A test holds the manifest against this list. */
const REASONS: Readonly<Record<string, string>> = {
  storage: 'welcome_permission_storage',
  unlimitedStorage: 'permission_unlimited_storage',
  scripting: 'welcome_permission_scripting',
  activeTab: 'welcome_permission_active',
  contextMenus: 'welcome_permission_menus',
  downloads: 'permission_downloads',
  sidePanel: 'permission_side_panel',
};

/** The key of the sentence for a permission that nobody has explained. */
export const UNEXPLAINED = 'permission_unexplained';

/** The key of the sentence for a permission; one that nobody has explained says that. */
export function reasonKey({ name, kind }: Pick<PermissionState, 'name' | 'kind'>): string {
  if (kind === 'site') return 'welcome_permission_hosts';
  return (Object.hasOwn(REASONS, name) && REASONS[name]) || UNEXPLAINED;
}

/** The sentences for some permissions, each once: all sites have the same reason. */
export function reasonKeys(permissions: readonly PermissionState[]): string[] {
  return [...new Set(permissions.map(reasonKey))];
}
