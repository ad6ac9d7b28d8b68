import type { Settings, SiteRule } from '../model/settings';

/** The sites without an adder, with one of them changed. */
export function withAdder(
  adderOff: Settings['adderOff'],
  host: string,
  isShown: boolean,
): Settings['adderOff'] {
  const others = adderOff.filter((other) => other !== host);
  return isShown ? others : [...others, host];
}

/** The rules of all sites with one of them changed; the rule that holds anyway is not kept. */
export function withRule(sites: Settings['sites'], host: string, rule: SiteRule): Settings['sites'] {
  const { [host]: _, ...others } = sites;
  return rule === 'automatic' ? others : { ...others, [host]: rule };
}
