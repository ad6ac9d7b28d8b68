import type { Notice } from '../../lib/messaging/notice';
import { useWords } from '../app/words';
import { Button } from '../primitives/button';

interface ToastLineProps {
  readonly toast: Notice;
  readonly onUndo: () => void;
}

/** A short message with its way back. */
export function ToastLine({ toast, onUndo }: ToastLineProps) {
  const word = useWords();
  const reason = toast.failure ? ` ${word(`failure_${toast.failure.replace('-', '_')}`)}` : '';
  return (
    <p class="toast">
      <span>{word(toast.key) + reason}</span>
      {toast.canUndo && <Button onPress={onUndo}>{word('toast_undo')}</Button>}
    </p>
  );
}

interface PageToastProps extends ToastLineProps {
  readonly onHold: (isHeld: boolean) => void;
  readonly onEscape: () => void;
}

/** The same over the page, where it goes by itself, though not while it is pointed at or has the focus. */
export function PageToast({ onHold, onEscape, ...line }: PageToastProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is pressed is the button within
    <div
      onFocusIn={() => onHold(true)}
      onFocusOut={() => onHold(false)}
      onMouseEnter={() => onHold(true)}
      onMouseLeave={() => onHold(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onEscape();
      }}
    >
      <ToastLine {...line} />
    </div>
  );
}
