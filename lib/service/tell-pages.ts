import type { AnnotationRecord } from '../model/annotation';
import { articleKey } from '../notes/article-key';
import { showBadge, webTabs } from '../platform/tabs';
import { countOf } from '../store/annotations';
import { currentVersion } from '../team/conflicts';
import type { Service } from './service';
import { tellTab } from './tell-tab';

/** Tells every open tab of a note's article that the note changed, and counts its badge anew. */
export async function tellOfNote(service: Service, record: AnnotationRecord): Promise<void> {
  const key = currentVersion(record)?.article;
  if (key === undefined) return;
  const count = await countOf(await service.database(), key);
  const tabs = (await webTabs()).filter((tab) => tab.url !== null && articleKey(tab.url) === key);
  await Promise.all(
    tabs.map(async (tab) => {
      await showBadge(tab.id, count);
      await tellTab(tab.id, { type: 'notes.changed', record });
    }),
  );
}

/** Tells every open tab that any note may be new or other. */
export async function tellOfMany(): Promise<void> {
  await Promise.all((await webTabs()).map((tab) => tellTab(tab.id, { type: 'notes.merged' })));
}

// More than anybody changes by hand.
const FEW = 10;

/** Tells the tabs of changed notes, of each note or of all at once. */
export async function tellOfNotes(service: Service, records: readonly AnnotationRecord[]): Promise<void> {
  if (records.length > FEW) return tellOfMany();
  await Promise.all(records.map((record) => tellOfNote(service, record)));
}
