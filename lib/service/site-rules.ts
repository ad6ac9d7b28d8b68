import type { Verdict } from '../model/article';
import type { Settings, SiteRule } from '../model/settings';

/** The rule for a page's site: `automatic` unless the reader chose otherwise. */
export function ruleFor(settings: Settings, url: string): SiteRule {
  return settings.sites[hostOf(url)] ?? 'automatic';
}

/** Whether a page is of a site that the reader closed to Pressmark. */
export function isClosed(settings: Settings, url: string): boolean {
  return ruleFor(settings, url) === 'never';
}

/**
 * The reader's choices as they hold on a page. One of a site that is closed shows neither marks nor the adder, unless the
 * reader asked for them there since.
 */
export function settingsOn(url: string, settings: Settings, isAskedFor: boolean): Settings {
  if (isAskedFor || !isClosed(settings, url)) return settings;
  return { ...settings, marksOn: false, adderOff: [...settings.adderOff, hostOf(url)] };
}

/** Host name of a URL, as used for per-site rules; empty where there is none. */
export function hostOf(url: string): string {
  try {
    return new URL(url).hostname;
  } catch {
    return '';
  }
}

/** Host with port, as corrections name a site; null where there is none. */
export function siteOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host || null : null;
}

/** Whether a page is read without being asked: articles on sites set to automatic, and any page that carries notes. */
export function readsUnasked(settings: Settings, url: string, verdict: Verdict, notes: number): boolean {
  if (ruleFor(settings, url) !== 'automatic') return false;
  return verdict === 'article' || notes > 0;
}
