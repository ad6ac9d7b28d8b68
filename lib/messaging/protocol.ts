import type { ArticleDecision } from '../article/decide-article';
import type { PageSurvey } from '../article/page-survey';
import type { Actor } from '../model/actor';
import type { AnnotationFields, AnnotationRecord, VersionContext } from '../model/annotation';
import type { ArticleCorrection, ArticleRecord, Block, Detection, ExtractedArticle } from '../model/article';
import type { ChangeKind } from '../model/change-kind';
import type { Claim } from '../model/claim';
import type { Draft } from '../model/draft';
import type { EditPart } from '../model/edit';
import type { CommandKey } from '../model/reading-keys';
import type { SeenRequest } from '../model/request-log';
import type { Density, Settings } from '../model/settings';
import type { Span } from '../model/span';
import type { StoreWatch } from '../model/store-watch';
import type { StoredWord, WordListEntry, WordScope } from '../model/word-list';

/**
 * Every message of the extension, by direction. On the wire a message is `{ type, …request }` and its answer
 * `{ value }` or `{ error }`. Ids are made by the asker, so that asking twice is harmless.
 */

/** How a note's passage stands on the page now (see `lib/anchoring`). */
export type PlacedState = 'exact' | 'moved' | 'changed' | 'uncertain' | 'gone' | 'page';

/** A note together with its place: a span of the text the page sent, or null where there is none. */
export interface PlacedNote {
  readonly record: AnnotationRecord;
  readonly state: PlacedState;
  readonly span: Span | null;
  /** How its paragraph was edited since the note was made; null where it was not, or where nobody can tell. */
  readonly edit: readonly EditPart[] | null;
}

/** What the engines found on a page. Spans are UTF-16 units into the text the page sent. */
export interface Findings {
  readonly actors: readonly Actor[];
  readonly claims: readonly Claim[];
  /** `other`: the article is in a language that the engines do not know, and nothing was looked for. */
  readonly language: 'en' | 'other';
}

/** A text of the page with its blocks: the article's, or the whole page's visible text. */
export interface PageText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly base: 'article' | 'document';
}

/**
 * The notes of a page. `version` is the hash of the text they were placed in; `articleKey` is null where a page can
 * carry no notes; `elsewhere` counts the notes whose passage lies in the other base and still has to be located.
 */
export interface PlacedNotes {
  readonly articleKey: string | null;
  readonly version: string;
  readonly notes: readonly PlacedNote[];
  readonly elsewhere: number;
}

/** What a page answers when asked about itself; `article` is null until its text was taken. */
export interface PageReport extends Findings {
  readonly detection: Detection | null;
  readonly article: ExtractedArticle | null;
  readonly notes: readonly PlacedNote[];
  /** Whether the marks come from the article engine or the reader asked for notes on any page. */
  readonly mode: 'article' | 'document' | 'idle';
  /** Whether all but attributed speech is dimmed. */
  readonly saysView: boolean;
  /** The background has been asked for more and has not answered yet: the report is not the last one. */
  readonly isReading: boolean;
}

/** A span of the article's text with the words that stand there, by which a page that has changed since is told. */
export interface ArticlePassage extends Span {
  readonly words: string;
}

/** Why an extension cannot read a tab. */
export type Obstacle = 'no-access' | 'not-a-web-page' | 'not-answering' | 'never-here';

/** Whether an article is kept: not at all, by the reading history alone, or because the reader wanted it. */
export type Keeping = 'no' | 'read' | 'kept';

interface Exchange<Request, Response> {
  readonly request: Request;
  readonly response: Response;
}

/** Asked by content scripts, answered by the background. */
export interface PageToBackground {
  'page.detected': Exchange<{ detection: Detection }, { injected: boolean }>;
  'article.decide': Exchange<{ survey: PageSurvey }, ArticleDecision>;
  'page.analyse': Exchange<
    { article: ExtractedArticle; base: 'article' | 'document' },
    Findings & PlacedNotes & { settings: Settings; draft: Draft | null; show: string | null }
  >;
  /** Looks for actors and claims anew, with what the reader has corrected since. */
  'page.find': Exchange<Pick<PageText, 'text' | 'blocks'>, Findings>;
  'notes.locate': Exchange<PageText, PlacedNotes>;
  'cards.inject': Exchange<Record<never, never>, { injected: boolean }>;
  /** Gives the style of the marks to the frames of the page's own origin. */
  'frames.style': Exchange<Record<never, never>, { styled: number }>;
  'notes.save': Exchange<
    {
      id: string;
      seen: VersionContext;
      fields: AnnotationFields;
      article: ExtractedArticle | null;
      /** The place of the draft that this save makes superfluous. */
      draft: string | null;
    },
    { record: AnnotationRecord }
  >;
  'notes.remove': Exchange<{ id: string; seen: VersionContext }, { record: AnnotationRecord | null }>;
  /** Keeps corrections of actors, all or none. The background knows the page and fills in where they hold. */
  'words.teach': Exchange<
    {
      words: readonly ({ id: string } & Pick<WordListEntry, 'surface' | 'action' | 'value'>)[];
      scope: WordScope;
    },
    Record<never, never>
  >;
  'words.forget': Exchange<{ ids: readonly string[] }, Record<never, never>>;
  /** The browser's keys for the extension, as the reader has set them. */
  'keys.read': Exchange<Record<never, never>, { commands: readonly CommandKey[] }>;
  /** Shows the marks, this many. */
  'marks.show': Exchange<{ density: Density }, Record<never, never>>;
  'drafts.save': Exchange<{ draft: Draft }, Record<never, never>>;
  /** `isPrivate`: asked in a private window, where drafts are not kept. */
  'drafts.load': Exchange<{ article: string; place: string }, { draft: Draft | null; isPrivate: boolean }>;
  'drafts.discard': Exchange<{ article: string; place: string }, Record<never, never>>;
}

/** Asked by the extension's own pages (popup, side panel, options, library) in addition to the above. */
export interface ExtensionToBackground {
  'page.status': Exchange<
    { tabId: number },
    {
      url: string | null;
      obstacle: Obstacle | null;
      report: PageReport | null;
      articleKey: string | null;
      kept: Keeping;
      /** Whether the page is just being decided or read, so that more is known of it in a moment. */
      isComing: boolean;
    }
  >;
  'page.read': Exchange<{ tabId: number }, { injected: boolean }>;
  'page.note': Exchange<{ tabId: number }, { begun: boolean }>;
  /** Dims all but attributed speech in a tab, or lifts that. */
  'page.says': Exchange<{ tabId: number }, { isOn: boolean }>;
  /** Scrolls a tab to the passage of a note, or to a span of its article's text, and lets it flash. */
  'page.showNote': Exchange<{ tabId: number; id: string }, { shown: boolean }>;
  'page.showSpan': Exchange<{ tabId: number; passage: ArticlePassage }, { shown: boolean }>;
  /** Switches the reading keys of a tab on or off. */
  'page.keys': Exchange<{ tabId: number }, { isOn: boolean }>;
  /** What one of the extension's pages has asked for outside of the extension; the background writes it down. */
  'requests.seen': Exchange<{ requests: readonly SeenRequest[] }, Record<never, never>>;
  'settings.read': Exchange<Record<never, never>, { settings: Settings }>;
  'settings.change': Exchange<{ change: Partial<Settings> }, { settings: Settings }>;
  'notes.open': Exchange<{ id: string }, { opened: boolean }>;
  /** Keeps the corrections of a word list from a file. */
  'words.merge': Exchange<{ words: readonly StoredWord[] }, Record<never, never>>;
  /** Joins the annotations and articles of a file: all or nothing. */
  'notes.merge': Exchange<
    { annotations: readonly AnnotationRecord[]; articles: readonly ArticleRecord[] },
    { added: number; changed: number; same: number; conflicted: number; refused: number }
  >;
  /** The same for more than fits into a message: `name` is where `handOver` laid it. */
  'notes.mergeFile': Exchange<
    { name: string },
    { summary: { added: number; changed: number; same: number; conflicted: number; refused: number } | null }
  >;
  /**
   * Goes on finding actors and claims in the kept articles, for a moment; whoever wants the rest asks again. `looksAnew`:
   * articles may have come, changed or gone since.
   */
  'library.index': Exchange<{ looksAnew: boolean }, { done: number; total: number }>;
  /** Gives many notes tags and takes others away, as one change. `skipped` had them already, are in conflict or full. */
  'notes.tag': Exchange<
    { ids: readonly string[]; add: readonly string[]; remove: readonly string[] },
    { changed: number; skipped: number }
  >;
  /** Deletes many notes as one change; what somebody wrote meanwhile stays. */
  'notes.removeAll': Exchange<
    { notes: readonly { id: string; seen: VersionContext }[] },
    { changed: number; skipped: number }
  >;
  /** Corrects what is known of the article in a tab, and keeps the article. */
  'article.correct': Exchange<{ tabId: number; correction: ArticleCorrection }, Record<never, never>>;
  /** Keeps the article in a tab, without a note on it. */
  'article.keep': Exchange<{ tabId: number }, Record<never, never>>;
  /** Keeps an article no longer. `record` is what was kept, null where nothing was or where there are notes on it. */
  'article.drop': Exchange<{ key: string }, { record: ArticleRecord | null }>;
  /** Forgets every article that the reading history alone keeps. */
  'history.empty': Exchange<Record<never, never>, { count: number }>;
  /** Takes back the reader's last change of notes or corrections, or makes the last one again that was taken back. */
  'changes.move': Exchange<
    { direction: 'undo' | 'redo' },
    {
      /** `skipped` counts what was changed since and left alone. */
      moved: { kind: ChangeKind; count: number; skipped: number } | null;
    }
  >;
  'bin.giveBack': Exchange<{ ids: readonly string[] }, { count: number }>;
  'bin.empty': Exchange<Record<never, never>, { count: number }>;
  /** Looks whether the database is the one that was, and answers what is remembered of it. */
  'store.watch': Exchange<Record<never, never>, { watch: StoreWatch }>;
  'store.backUp': Exchange<Record<never, never>, { name: string }>;
  'store.removeBackup': Exchange<{ name: string }, Record<never, never>>;
  /** Restores a backup of the folder; `revives`: what was deleted since comes back too. */
  'store.restore': Exchange<{ name: string; revives: boolean; run: string }, { restored: number | null }>;
  /** Deletes notes, articles, corrections, settings and backups. */
  'store.erase': Exchange<Record<never, never>, Record<never, never>>;
  /** The reader knows of the loss and wants nothing restored. */
  'store.settleLoss': Exchange<Record<never, never>, Record<never, never>>;
  'store.keepFiles': Exchange<{ change: { fileSaved?: string; savesFiles?: boolean } }, Record<never, never>>;
}

/** Asked by the background, answered by the content scripts of one page. */
export interface BackgroundToPage {
  'page.describe': Exchange<Record<never, never>, PageReport>;
  'settings.changed': Exchange<{ settings: Settings }, Record<never, never>>;
  'notes.changed': Exchange<{ record: AnnotationRecord }, Record<never, never>>;
  /** A file was merged: any note may be new or other. */
  'notes.merged': Exchange<Record<never, never>, Record<never, never>>;
  /** Corrections were taught or taken back elsewhere: actors and claims may be other ones. */
  'words.changed': Exchange<Record<never, never>, Record<never, never>>;
  'says.toggle': Exchange<Record<never, never>, { isOn: boolean }>;
  'keys.toggle': Exchange<Record<never, never>, { isOn: boolean }>;
  'passage.show': Exchange<{ id: string }, { shown: boolean }>;
  'span.show': Exchange<{ passage: ArticlePassage }, { shown: boolean }>;
  'mark.walk': Exchange<{ step: 1 | -1 }, { moved: boolean }>;
  'note.begin': Exchange<Record<never, never>, { begun: boolean }>;
}

export type ToBackground = PageToBackground & ExtensionToBackground;

/** The request of message `T` as it travels. */
export type Message<P, T extends keyof P> = P[T] extends Exchange<infer R, unknown> ? { type: T } & R : never;

/** The answer's value of message `T`. */
export type Answer<P, T extends keyof P> = P[T] extends Exchange<unknown, infer R> ? R : never;

/** Why a message failed, as a code that the interface turns into a sentence. */
export type FailureCode =
  | 'unreachable'
  | 'refused'
  | 'malformed'
  | 'quota'
  | 'unavailable'
  | 'newer-data'
  | 'blocked'
  | 'upgrade-failed'
  | 'failed';

/** The answer as it travels. */
export type Envelope<T> = { readonly value: T } | { readonly error: FailureCode; readonly detail: string };
