import type { PermissionState, RequestLog } from '../../lib/model/request-log';
import { reasonKey, UNEXPLAINED } from '../../lib/privacy/permission-reasons';
import { WATCH_LIMITS } from '../../lib/privacy/proof-text';
import type { PrivacyData } from '../../lib/surfaces/privacy-state';
import { momentIn } from '../../lib/text/wording';
import { useWords } from '../app/words';
import { Button } from '../primitives/button';

interface PrivacySectionProps {
  readonly data: PrivacyData;
  /** BCP 47 tag for dates. */
  readonly language: string;
  readonly onSave: () => void;
}

/** Every request the extension ever made, what the watch can and cannot see, and each permission with its reason. */
export function PrivacySection({ data: { log, permissions, loads }, language, onSave }: PrivacySectionProps) {
  const word = useWords();
  return (
    <section id="privacy">
      <h2>{word('privacy_title')}</h2>
      <p class="hint">{word('privacy_hint')}</p>
      {log && <Requests log={log} language={language} />}
      {/* Chromium keeps no record of an extension's own files: nothing is said of what it cannot count. */}
      {loads.all > 0 && <p class="hint">{word('privacy_this_page', loads.all, loads.outside)}</p>}
      <details>
        <summary>{word('privacy_limits')}</summary>
        <ul>
          {WATCH_LIMITS.map((key) => (
            <li key={key}>{word(key)}</li>
          ))}
        </ul>
      </details>
      <h3>{word('privacy_permissions')}</h3>
      <Permissions permissions={permissions} />
      <Button onPress={onSave} isDisabled={log === null}>
        {word('privacy_save')}
      </Button>
    </section>
  );
}

function Requests({ log, language }: { readonly log: RequestLog; readonly language: string }) {
  const word = useWords();
  const date = (iso: string) => momentIn(language, iso);
  if (log.requests.length === 0) return <p class="proof">{word('privacy_none', date(log.since))}</p>;
  return (
    <>
      <p class="problem">{word('privacy_some', date(log.since))}</p>
      <div class="scroll-sideways">
        <table class="requests">
          <thead>
            <tr>
              <th scope="col">{word('privacy_when')}</th>
              <th scope="col">{word('privacy_from')}</th>
              <th scope="col">{word('privacy_address')}</th>
              <th scope="col">{word('privacy_outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {log.requests.map(({ at, url, from, outcome }, index) => (
              <tr key={`${at} ${index}`}>
                <td>{date(at)}</td>
                <td>{word(`privacy_from_${from}`)}</td>
                <td class="address">{url}</td>
                <td>{word(`privacy_${outcome}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {log.more > 0 && <p class="hint">{word('privacy_more', log.more)}</p>}
    </>
  );
}

function Permissions({ permissions }: { readonly permissions: readonly PermissionState[] }) {
  const word = useWords();
  return (
    <ul class="permission-list">
      {inWords(permissions).map(({ name, reason, isGranted }) => (
        <li key={name}>
          <span>
            {/* What nobody has put into words is at least named; from right to left its name would be torn apart. */}
            {reason === UNEXPLAINED && <code dir="ltr">{name}</code>} {word(reason)}
          </span>
          <span class="hint">{word(isGranted ? 'privacy_granted' : 'privacy_not_granted')}</span>
        </li>
      ))}
    </ul>
  );
}

/** Each permission with its sentence; those of one sentence, as for both kinds of web addresses, once. */
function inWords(permissions: readonly PermissionState[]) {
  const said = permissions.map((one) => ({ ...one, reason: reasonKey(one) }));
  return said.filter(
    ({ reason, isGranted }, at) =>
      reason === UNEXPLAINED ||
      at === said.findIndex((other) => other.reason === reason && other.isGranted === isGranted),
  );
}
