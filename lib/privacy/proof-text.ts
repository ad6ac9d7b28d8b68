import type { PermissionState, RequestLog } from '../model/request-log';
import { reasonKey } from './permission-reasons';

/** Gives the sentence for a key in the reader's language, with `$1`… replaced. */
type Words = (key: string, ...substitutions: (string | number)[]) => string;

/** What the watch can see and what it cannot, as keys of sentences. */
export const WATCH_LIMITS = [
  'privacy_sees',
  'privacy_sees_stopped',
  'privacy_sees_not_pages',
  'privacy_sees_not_tabs',
];

/** The proof as a text to keep or to send: what was seen, what the watch can see, and each permission with its reason. */
export function proofText(
  log: RequestLog,
  permissions: readonly PermissionState[],
  word: Words,
  writer: string,
): string {
  const requests = log.requests.map(
    ({ at, url, from, outcome }) =>
      `${at}\t${word(`privacy_${outcome}`)}\t${word(`privacy_from_${from}`)}\t${url}`,
  );
  return [
    writer,
    '',
    word('privacy_title'),
    log.requests.length === 0 ? word('privacy_none', log.since) : word('privacy_some', log.since),
    ...requests,
    ...(log.more > 0 ? [word('privacy_more', log.more)] : []),
    '',
    ...WATCH_LIMITS.map((key) => `- ${word(key)}`),
    '',
    word('privacy_permissions'),
    ...permissions.map((permission) => {
      const state = word(permission.isGranted ? 'privacy_granted' : 'privacy_not_granted');
      return `- ${permission.name} (${state}): ${word(reasonKey(permission))}`;
    }),
    '',
  ].join('\n');
}
