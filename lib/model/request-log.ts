/** Which part of the extension a request came from. */
export const REQUEST_SOURCES = [
  'background',
  'popup',
  'options',
  'library',
  'welcome',
  'sample',
  'panel',
] as const;

export type RequestSource = (typeof REQUEST_SOURCES)[number];

/** A request to anywhere outside of the extension: sent, or stopped by the browser because our rules forbid it. */
export interface SeenRequest {
  /** ISO 8601. */
  readonly at: string;
  readonly url: string;
  readonly from: RequestSource;
  readonly outcome: 'sent' | 'stopped';
}

/** Every request that was seen. `more` counts those that no longer fitted. */
export interface RequestLog {
  /** Since when requests are watched, ISO 8601. */
  readonly since: string;
  readonly requests: readonly SeenRequest[];
  readonly more: number;
}

/** A permission: what the manifest asks for, or what the browser says was given. */
export interface PermissionState {
  readonly name: string;
  readonly kind: 'needed' | 'optional' | 'site';
  readonly isGranted: boolean;
}
