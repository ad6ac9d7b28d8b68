import type { Settings, SiteRule } from '../model/settings';

/** The rules of all sites with one of them changed; the rule that holds anyway is not kept. */
export function withRule(sites: Settings['sites'], host: string, rule: SiteRule): Settings['sites'] {
  const { [host]: _, ...others } = sites;
  return rule === 'automatic' ? others : { ...others, [host]: rule };
}
