import type { PageWindows } from './page-windows';

const SETTLE_MS = 150;

/**
 * Calls back when a selection has settled (pointer released, or keys quiet) or is gone.
 * @returns a function that ends the watch.
 */
export function watchSelection(windows: PageWindows, onSettled: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isPressed = false;
  const settle = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!isPressed) onSettled();
    }, SETTLE_MS);
  };
  const press = () => {
    isPressed = true;
  };
  const release = () => {
    isPressed = false;
    settle();
  };
  const stop = windows.listen((window) => {
    const changed = () => {
      if (window.getSelection()?.type === 'Range') windows.selectedIn(window);
      settle();
    };
    window.document.addEventListener('selectionchange', changed);
    window.addEventListener('pointerdown', press, { capture: true, passive: true });
    window.addEventListener('pointerup', release, { capture: true, passive: true });
    window.addEventListener('pointercancel', release, { capture: true, passive: true });
    return () => {
      window.document.removeEventListener('selectionchange', changed);
      window.removeEventListener('pointerdown', press, { capture: true });
      window.removeEventListener('pointerup', release, { capture: true });
      window.removeEventListener('pointercancel', release, { capture: true });
    };
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
