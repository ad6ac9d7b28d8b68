import { useState } from 'preact/hooks';
import type { Settings, SiteRule } from '../../lib/model/settings';
import { withAdder, withRule } from '../../lib/notes/site-rule';
import { Button } from '../primitives/button';
import { SITE_RULES } from './page-summary';
import { useWords } from './words';

type OfSites = Pick<Settings, 'sites' | 'adderOff'>;

interface SiteListProps {
  readonly settings: OfSites;
  readonly onChange: (change: Partial<OfSites>) => void;
}

/** What holds on single sites. */
export function SiteList({ settings, onChange }: SiteListProps) {
  const word = useWords();
  const [added, setAdded] = useState('');
  const { sites, adderOff } = settings;
  const hosts = [...new Set([...Object.keys(sites), ...adderOff])].sort();
  const remove = (host: string) =>
    onChange({
      ...(host in sites && { sites: withRule(sites, host, 'automatic') }),
      ...(adderOff.includes(host) && { adderOff: withAdder(adderOff, host, true) }),
    });
  const add = () => {
    const host = hostIn(added);
    if (!host) return;
    onChange({ sites: { ...sites, [host]: 'never' } });
    setAdded('');
  };
  return (
    <section id="sites">
      <h2>{word('options_sites')}</h2>
      {hosts.length === 0 && <p class="empty">{word('options_no_sites')}</p>}
      <ul class="sites">
        {hosts.map((host) => (
          <li key={host} class="row">
            <span class="status">{host}</span>
            <select
              aria-label={word('popup_site_rule', host)}
              value={sites[host] ?? 'automatic'}
              onChange={(event) =>
                onChange({ sites: { ...sites, [host]: event.currentTarget.value as SiteRule } })
              }
            >
              {SITE_RULES.map((rule) => (
                <option key={rule} value={rule}>
                  {word(`rule_${rule.replace('-', '_')}`)}
                </option>
              ))}
            </select>
            <Button look="quiet" onPress={() => remove(host)} label={`${word('options_remove')}: ${host}`}>
              {word('options_remove')}
            </Button>
            <label class="site-adder">
              <input
                type="checkbox"
                checked={!adderOff.includes(host)}
                disabled={sites[host] === 'never'}
                onChange={(event) =>
                  onChange({ adderOff: withAdder(adderOff, host, event.currentTarget.checked) })
                }
              />{' '}
              {word('popup_adder')}
            </label>
          </li>
        ))}
      </ul>
      <div class="row">
        <input
          type="text"
          class="tags-field add-site"
          aria-label={word('options_site')}
          placeholder={word('options_site_placeholder')}
          value={added}
          onInput={(event) => setAdded(event.currentTarget.value)}
        />
        <Button onPress={add} isDisabled={hostIn(added) === null}>
          {word('options_add_site')}
        </Button>
      </div>
    </section>
  );
}

/** The host name in what the reader typed or pasted; null where there is none. */
function hostIn(text: string): string | null {
  const address = text.includes('://') ? text.trim() : `https://${text.trim()}`;
  try {
    const { hostname } = new URL(address);
    return hostname.includes('.') || hostname === 'localhost' ? hostname : null;
  } catch {
    return null;
  }
}
