import { keyMapOf } from '../keys/key-map';
import type { Ask } from '../messaging/client';
import type { PageToBackground } from '../messaging/protocol';
import type { CommandKey, KeyAction, KeyMap } from '../model/reading-keys';
import { DENSITIES } from '../model/settings';
import type { CardsController } from './cards-controller';
import { hearKeys } from './hear-keys';
import type { PageSession } from './session';
import type { Keys } from './slots';

/** What is seen of the reading keys: whether they are on, and the help while it is open. */
export interface KeysView {
  readonly isOn: boolean;
  readonly help: { readonly keys: KeyMap; readonly commands: readonly CommandKey[] } | null;
}

/**
 * The reading keys of one page. They are off until the reader enters them, and off again after Esc; in between single
 * keys go from mark to mark, and the page does not hear them.
 */
export class PageKeys implements Keys {
  #view: KeysView = { isOn: false, help: null };
  #stop: (() => void) | null = null;
  readonly #root: ShadowRoot;
  readonly #session: PageSession;
  readonly #cards: CardsController;
  readonly #ask: Ask<PageToBackground>;
  readonly #show: (view: KeysView) => void;

  constructor(
    root: ShadowRoot,
    session: PageSession,
    cards: CardsController,
    ask: Ask<PageToBackground>,
    show: (view: KeysView) => void,
  ) {
    this.#root = root;
    this.#session = session;
    this.#cards = cards;
    this.#ask = ask;
    this.#show = show;
  }

  get view(): KeysView {
    return this.#view;
  }

  toggle(): boolean {
    if (this.#view.isOn) this.leave();
    else this.#enter();
    return this.#view.isOn;
  }

  leave(): void {
    this.#stop?.();
    this.#stop = null;
    if (this.#view.isOn) this.#set({ isOn: false, help: null });
  }

  /** Shows every key. The browser's own are asked for, since the reader may have changed them. */
  async openHelp(): Promise<void> {
    const { commands } = await this.#ask({ type: 'keys.read' }).catch(() => ({ commands: [] }));
    this.#set({ ...this.#view, help: { keys: this.#keys(), commands } });
  }

  closeHelp(): void {
    this.#set({ ...this.#view, help: null });
  }

  #enter(): void {
    this.#stop = hearKeys(this.#root, {
      keys: () => this.#keys(),
      act: (action) => this.#act(action),
      escape: () => this.#escape(),
    });
    this.#set({ isOn: true, help: null });
  }

  #keys(): KeyMap {
    return keyMapOf(this.#session.settings.keys);
  }

  /** Esc closes what is open and leaves the mode only then. */
  #escape(): boolean {
    if (this.#view.help) this.closeHelp();
    else if (!this.#cards.closeCard()) this.leave();
    return true;
  }

  #act(action: KeyAction): void {
    if (action === 'help') {
      if (this.#view.help) this.closeHelp();
      else void this.openHelp();
    } else if (this.#view.help) {
      return;
    } else if (action === 'write-note') this.#cards.noteHere();
    else if (action === 'says-view') this.#session.toggleSaysView();
    else if (action === 'density') void this.#nextDensity();
    else {
      const [step, kind] = WALKS[action];
      if (!this.#cards.walk(step, kind)) this.#cards.tell(`no_${kind}_here`);
    }
  }

  /** Marks that are off are switched on as they were; else the next density. */
  async #nextDensity(): Promise<void> {
    const { density, marksOn } = this.#session.settings;
    const next = marksOn ? DENSITIES[(DENSITIES.indexOf(density) + 1) % DENSITIES.length]! : density;
    try {
      await this.#ask({ type: 'marks.show', density: next });
      this.#cards.tell(`density_${next}`);
    } catch {
      this.#cards.tell('toast_failed');
    }
  }

  #set(view: KeysView): void {
    this.#view = view;
    this.#show(view);
  }
}

type Walk = Extract<KeyAction, `next-${string}` | `previous-${string}`>;

const WALKS: Readonly<Record<Walk, readonly [step: 1 | -1, kind: 'claim' | 'actor' | 'note']>> = {
  'next-claim': [1, 'claim'],
  'previous-claim': [-1, 'claim'],
  'next-actor': [1, 'actor'],
  'previous-actor': [-1, 'actor'],
  'next-note': [1, 'note'],
  'previous-note': [-1, 'note'],
};
