import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { LibraryTab } from '../../lib/notes/library-route';
import { useWords } from '../app/words';

interface LibraryTabsProps {
  readonly tabs: readonly LibraryTab[];
  readonly chosen: LibraryTab;
  readonly onChoose: (tab: LibraryTab) => void;
  readonly children: ComponentChildren;
}

// Where a key leads from tab `at` of `count`; in right-to-left writing the arrows are exchanged.
const KEYS: Readonly<Record<string, (at: number, count: number, isRtl: boolean) => number>> = {
  ArrowRight: (at, count, isRtl) => (at + (isRtl ? count - 1 : 1)) % count,
  ArrowLeft: (at, count, isRtl) => (at + (isRtl ? 1 : count - 1)) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/** The tabs of the library by the pattern of ARIA: one stop for the Tab key, arrows in between, and the panel in front. */
export function LibraryTabs({ tabs, chosen, onChoose, children }: LibraryTabsProps) {
  const word = useWords();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const lead = KEYS[event.key];
    if (!lead || event.ctrlKey || event.altKey || event.metaKey) return;
    const isRtl = (event.currentTarget as Element).ownerDocument.documentElement.dir === 'rtl';
    const next = tabs[lead(tabs.indexOf(chosen), tabs.length, isRtl)];
    if (!next) return;
    event.preventDefault();
    onChoose(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={word('library_title')} ref={list} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`tab-${tab}`}
            data-name={word(`library_tab_${tab}`)}
            aria-selected={tab === chosen}
            aria-controls={tab === chosen ? 'library-panel' : undefined}
            tabIndex={tab === chosen ? 0 : -1}
            onClick={() => onChoose(tab)}
          >
            {word(`library_tab_${tab}`)}
          </button>
        ))}
      </div>
      <div id="library-panel" role="tabpanel" aria-labelledby={`tab-${chosen}`}>
        {children}
      </div>
    </>
  );
}
