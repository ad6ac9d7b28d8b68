import type { Notice } from '../../lib/messaging/notice';
import type { Keeping, Obstacle } from '../../lib/messaging/protocol';
import type { Actor } from '../../lib/model/actor';
import type { ArticleCorrection, ArticleFlag, Detection, Provenance, Verdict } from '../../lib/model/article';
import type { Density, SiteRule } from '../../lib/model/settings';
import type { PopupOrder } from '../../lib/surfaces/popup-data';
import type { ClaimItem } from '../claims/claim-list';
import type { FinderView } from '../notes/finder-view';
import type { EditedNote, NoteItem, NoteListActions } from '../notes/note-list';
import type { AboutView } from './about-article';

/** What the popup knows about the tab in front. */
export interface PageState {
  readonly verdict: Verdict | null;
  /** How the page was judged, where nothing on it was read that could be said more of. */
  readonly unread: Detection | null;
  readonly title: string | null;
  readonly byline: string | null;
  /** What the page says of how its text is offered, and where. */
  readonly flags: readonly PageFlag[];
  readonly isMarked: boolean;
  /** Whether the article is in the library; null where there is none to keep. */
  readonly kept: Keeping | null;
  /** Whether notes can be taken now. */
  readonly isOpen: boolean;
  /** The engines know English alone; in other languages notes still work. */
  readonly isEnglish: boolean;
  readonly obstacle: Obstacle | null;
  readonly host: string | null;
  readonly actors: readonly Actor[];
  readonly claims: readonly ClaimItem[];
  /** How many claims with a source were found, shown or not. */
  readonly claimsFound: number;
  /** Whether all but attributed speech is dimmed. */
  readonly saysView: boolean;
}

/** `from`: the place it was read from. */
export interface PageFlag {
  readonly flag: ArticleFlag;
  readonly from: Provenance | null;
}

export interface PopupView {
  readonly page: PageState | null;
  /** A sentence, where nothing can be known of the page. */
  readonly pageProblem: string | null;
  /** What is known of the article in front; null where none was read. */
  readonly about: AboutView | null;
  readonly notesHere: readonly NoteItem[];
  /** Whether the list of all notes stands; what is folded away is filled only then, and does not keep it waiting. */
  readonly isSettled: boolean;
  /** What can be drawn, so that nothing moves that was drawn before. */
  readonly order: PopupOrder;
  readonly finder: FinderView;
  readonly editing: EditedNote | null;
  /** The note that is being edited, where neither list shows it. */
  readonly editedApart: NoteItem | null;
  readonly toast: Notice | null;
  /** A sentence, where the notes cannot be read or written. */
  readonly storeProblem: string | null;
  /** Whether reading them once more may do better. */
  readonly canStorePass: boolean;
  /** Whether they can be read at least, and so be saved to a file. */
  readonly canExport: boolean;
  /** How many notes the database held before it was found empty; null where nothing was lost. */
  readonly lostNotes: number | null;
  /** No file outside of the browser has been saved, and there is something to lose. */
  readonly isFileDue: boolean;
  /** What can be taken back and made again, in words; null where there is nothing. */
  readonly undo: string | null;
  readonly redo: string | null;
  readonly marksOn: boolean;
  readonly density: Density;
  readonly claimsFrom: number | null;
  readonly siteRule: SiteRule;
  /** Whether the adder is shown beside what is selected on this site. */
  readonly hasAdder: boolean;
}

export interface PopupActions extends NoteListActions {
  setMarks(on: boolean): void;
  setDensity(density: Density): void;
  setClaimsFrom(score: number | null): void;
  toggleSaysView(): void;
  /** Enters the mode in which single keys are heard on the page. */
  readByKeys(): void;
  setSiteRule(rule: SiteRule): void;
  /** Shows the adder on this site, or no more. */
  setAdder(isShown: boolean): void;
  read(): void;
  /** Looks at the page once more, where nothing could be known of it. */
  tryAgain(): void;
  /** Reads the notes once more, where they could not be read. */
  tryStoreAgain(): void;
  grant(): void;
  /** Keeps the article in front. */
  keep(): void;
  correctArticle(correction: ArticleCorrection): void;
  notePage(): void;
  undo(): void;
  redo(): void;
  /** Opens what is said of the notes as a whole: backups, the file with everything. */
  openStorage(): void;
  openPanel(): void;
  openLibrary(): void;
  openOptions(): void;
}
