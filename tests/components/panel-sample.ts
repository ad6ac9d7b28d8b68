import type { PanelActions } from '../../components/panel/panel-model';
import { panelViewer } from '../../components/panel/panel-view';
import type { PageReport, PlacedNote } from '../../lib/messaging/protocol';
import type { Actor } from '../../lib/model/actor';
import type { AnnotationFields, AnnotationRecord } from '../../lib/model/annotation';
import type { Claim } from '../../lib/model/claim';
import { DEFAULT_SETTINGS } from '../../lib/model/settings';
import type { PanelData } from '../../lib/surfaces/panel-state';
import { storedItems } from '../../lib/surfaces/stored-items';
import { english } from './render';

const TEXT =
  'Ana Okoye said the Port Union had broken its word. The union denied that Okoye had asked. Somebody said it would rain.';

function at(words: string): { start: number; end: number } {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
}

function actor(id: string, name: string, type: Actor['type'], ...mentions: string[]): Actor {
  const found = mentions.map((text) => ({ ...at(text), text, form: 'name' as const, type, confidence: 1 }));
  return { id, name, type, confidence: 1, mentions: found, why: [] };
}

function claim(id: string, by: string | null, source: string | null, cue: string, content: string): Claim {
  const span = at(content);
  return {
    ...span,
    id,
    kind: 'indirect',
    modality: 'assertion',
    negated: false,
    segments: [[span.start, span.end]],
    source: source === null ? null : { ...at(source), actor: by },
    cue: at(cue),
    checkworthy: 0,
    score: 1,
    shown: true,
    why: [],
  };
}

/** A small article in which two speak about each other. */
export const report: PageReport = {
  detection: {
    verdict: 'article',
    score: 0.987,
    why: ['run-chars', '-links', 'url-date', 'long-mean', '-style-i'],
  },
  article: {
    url: 'https://quay.example/ferry?utm_source=letter',
    title: 'Ferry talks end without a deal',
    authors: ['Mina Castellan'],
    siteName: 'Quay Courier',
    publishedTime: '2026-03-05T12:00:00Z',
    modifiedTime: null,
    section: null,
    lang: 'en',
    canonicalUrl: 'javascript:alert(1)',
    provenance: {
      title: 'visible',
      authors: 'json-ld',
      siteName: 'meta',
      publishedTime: 'json-ld',
      lang: 'document',
    },
    text: TEXT,
    blocks: [{ kind: 'paragraph', start: 0, end: TEXT.length }],
  },
  actors: [
    actor('a1', 'Ana Okoye', 'person', 'Ana Okoye', 'Okoye had asked'),
    actor('a2', 'Port Union', 'organisation', 'Port Union'),
  ],
  claims: [
    claim('c1', 'a1', 'Ana Okoye', 'said', 'the Port Union had broken its word'),
    claim('c2', 'a2', 'The union', 'denied', 'that Okoye had asked'),
    claim('c3', null, 'Somebody', 'said', 'it would rain'),
  ],
  notes: [],
  mode: 'article',
  saysView: false,
  isReading: false,
  language: 'en',
};

/** A stored note on a passage. */
export function note(id: string, body: string, exact = 'had broken its word'): AnnotationRecord {
  const fields: AnnotationFields = {
    kind: 'note',
    article: 'https://quay.example/ferry',
    target: {
      quote: { exact, prefix: 'the Port Union ', suffix: '. The union' },
      position: { ...at(exact), version: null, base: 'article' },
      structure: null,
      history: [],
    },
    body,
    tags: [],
    codes: [],
    created: '2026-03-06T08:00:00.000Z',
    updated: '2026-03-06T08:00:00.000Z',
  };
  const version = { ...fields, device: 'd', n: 1, hlc: '', author: 'Mai', hash: '' };
  return { id, ctx: { d: 1 }, versions: [version] };
}

/** How a note stands on the page. */
export function placed(
  record: AnnotationRecord,
  state: PlacedNote['state'],
  edit: PlacedNote['edit'] = null,
): PlacedNote {
  return { record, state, span: null, edit };
}

const changes = { editing: null, notice: null } as unknown as PanelData['changes'];

/** What the panel knows of the small article, with these notes. */
export function panelData(notes: readonly PlacedNote[] = [], change: Partial<PanelData> = {}): PanelData {
  return {
    status: {
      url: 'https://quay.example/ferry',
      obstacle: null,
      report: { ...report, notes },
      articleKey: 'https://quay.example/ferry',
      kept: 'no',
      isComing: false,
    },
    here: storedItems(notes.map(({ record }) => record)),
    settings: DEFAULT_SETTINGS,
    storeFailure: null,
    isStoreTriedAgain: false,
    canStorePass: false,
    pageFailure: null,
    isTryingAgain: false,
    changes,
    notice: null,
    ...change,
  };
}

/** Makes a panel's views in English. */
export const viewer = () => panelViewer({ word: english, language: 'en', generator: 'Pressmark 0.1.0' });

/** Actions that note what was asked of them. */
export function recorded(): { readonly actions: PanelActions; readonly asked: unknown[][] } {
  const asked: unknown[][] = [];
  const record =
    (name: string) =>
    (...parts: unknown[]) =>
      void asked.push([name, ...parts]);
  const names = [
    'tryStoreAgain',
    'notePage',
    'undo',
    'show',
    'saveFigure',
    'open',
    'edit',
    'write',
    'save',
    'cancel',
    'remove',
    'settle',
    'grant',
    'read',
    'setSiteRule',
    'setAdder',
    'setMarks',
    'setDensity',
    'setClaimsFrom',
  ];
  return { actions: Object.fromEntries(names.map((name) => [name, record(name)])) as never, asked };
}
