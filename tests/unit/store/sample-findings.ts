import { afterEach } from 'vitest';
import { actorKey } from '../../../lib/analysis/actor-key';
import type { ActorType } from '../../../lib/model/actor';
import type { ArticleFindings, ArticleHead, FoundActor, FoundClaim } from '../../../lib/model/findings';
import { type FindingsDatabase, openFindings } from '../../../lib/store/findings-database';
import { newName } from './open-stores';

const opened: FindingsDatabase[] = [];
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});

/** Findings of their own for a test, closed after it. */
export async function openSampleFindings(name = newName()): Promise<FindingsDatabase> {
  const db = await openFindings(name);
  opened.push(db);
  return db;
}

/**
 * An article and what was found in it: one claim for each sentence “speaker: content”, about every name in brackets.
 * `day` is the day of March 2026 on which it was published.
 */
export function foundIn(
  name: string,
  sentences: readonly string[],
  day = 1,
  type: ActorType = 'person',
): { article: ArticleHead; found: ArticleFindings } {
  const publishedTime = `2026-03-${String(day).padStart(2, '0')}`;
  const article: ArticleHead = {
    key: `https://news.example/${name}`,
    url: `https://news.example/${name}?utm_source=x`,
    title: `About ${name}`,
    authors: ['Ben Sato'],
    siteName: 'Example Post',
    publishedTime,
    version: `hash-of-${name}`,
    seenAt: `${publishedTime}T10:00:00.000Z`,
  };
  const claims = sentences.map((sentence, n): FoundClaim => {
    const [speaker = '', content = ''] = sentence.split(': ');
    const about = [...content.matchAll(/\[(.+?)\]/g)].map(([, one]) => actorKey(one!));
    const words = content.replace(/[[\]]/g, '');
    const key = actorKey(speaker) || null;
    const source = speaker || null;
    return {
      n,
      kind: 'indirect',
      speaker: key,
      source,
      cue: 'said',
      content: words,
      start: 0,
      end: 1,
      about,
    };
  });
  const names = new Map<string, string>();
  for (const sentence of sentences) {
    const [speaker = ''] = sentence.split(': ');
    for (const one of [speaker, ...[...sentence.matchAll(/\[(.+?)\]/g)].map(([, found]) => found!)])
      if (actorKey(one)) names.set(actorKey(one), one);
  }
  const actors = [...names].map(([key, shown]): FoundActor => {
    const said = claims.filter((claim) => claim.speaker === key).length;
    const about = claims.filter((claim) => claim.about.includes(key)).length;
    return { key, name: shown, type, mentions: said + about, said, about };
  });
  return { article, found: { actors, claims } };
}
