import type { Drawing } from '../../lib/charts/drawing';
import type { SpeakerTimeline } from '../../lib/charts/speaker-timeline';
import type { SpeechNetwork } from '../../lib/charts/speech-network';
import type { Notice } from '../../lib/messaging/notice';
import type { ArticlePassage } from '../../lib/messaging/protocol';
import type { ActorType } from '../../lib/model/actor';
import type { Detection } from '../../lib/model/article';
import type { Density, SiteRule } from '../../lib/model/settings';
import type { PageActions } from '../app/page-summary';
import type { PageState } from '../app/popup-model';
import type { ClaimItem } from '../claims/claim-list';
import type { EditedNote, NoteItem, NoteListActions } from '../notes/note-list';
import type { ArticleFact } from './facts-of';

/** An actor as the panel lists it, with the places that name it. */
export interface PanelActor {
  readonly id: string;
  readonly name: string;
  readonly type: ActorType;
  readonly says: number;
  readonly about: number;
  readonly mentions: readonly ArticlePassage[];
}

/** A claim as the panel lists it, with the place of what is said. */
export interface PanelClaim extends ClaimItem {
  readonly passage: ArticlePassage;
}

/** A note with what the panel says of its passage beyond what every list says. */
export interface PanelNote {
  readonly item: NoteItem;
  /** `lost`: not on the page, or not surely; `changed`: there, but edited since. */
  readonly group: 'lost' | 'changed' | 'here';
  /** What stood before and behind the passage. */
  readonly context: { readonly before: string; readonly after: string } | null;
}

/** What was found in an article. */
export interface ArticleView {
  /** Another article has another key; the same one read again keeps it. */
  readonly key: string;
  readonly facts: readonly ArticleFact[];
  readonly detection: Detection | null;
  readonly actors: readonly PanelActor[];
  readonly claims: readonly PanelClaim[];
  readonly network: SpeechNetwork;
  readonly networkDrawing: Drawing;
  readonly timeline: SpeakerTimeline;
  readonly timelineDrawing: Drawing;
  /** Where the article is to be found, as a figure cites it. */
  readonly citation: readonly string[];
}

export interface PanelView {
  readonly page: PageState | null;
  readonly siteRule: SiteRule;
  readonly hasAdder: boolean;
  readonly marksOn: boolean;
  readonly density: Density;
  readonly claimsFrom: number | null;
  readonly article: ArticleView | null;
  readonly notes: readonly PanelNote[];
  readonly editing: EditedNote | null;
  readonly toast: Notice | null;
  /** A sentence, where the notes cannot be read or written. */
  readonly storeProblem: string | null;
  /** Whether reading them once more may do better. */
  readonly canStorePass: boolean;
  /** A sentence, where nothing can be known of the page. */
  readonly pageProblem: string | null;
}

export type FigureName = 'network' | 'timeline';

export interface PanelActions extends NoteListActions, PageActions {
  /** Reads the notes once more, where they could not be read. */
  tryStoreAgain(): void;
  setMarks(on: boolean): void;
  setDensity(density: Density): void;
  setClaimsFrom(score: number | null): void;
  notePage(): void;
  undo(): void;
  show(passage: ArticlePassage): void;
  saveFigure(name: FigureName, as: 'svg' | 'png'): void;
}
