import type { Verdict } from '../model/article';
import type { Settings, SiteRule } from '../model/settings';

/** The rule for a page's site: `automatic` unless the reader chose otherwise. */
export function ruleFor(settings: Settings, url: string): SiteRule {
  return settings.sites[hostOf(url)] ?? 'automatic';
}

/**
 * What an open page is told when settings have changed. One whose site the reader has just closed to Pressmark shows no
 * marks any more, at once; what the reader asks for there later is marked like everything else.
 */
export function toldTo(url: string, settings: Settings, before: Settings): Settings {
  const isClosed = ruleFor(settings, url) === 'never' && ruleFor(before, url) !== 'never';
  return isClosed ? { ...settings, marksOn: false } : settings;
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
