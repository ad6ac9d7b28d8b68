import type { Notice } from '../../lib/messaging/notice';
import { useWords } from '../app/words';
import { Button } from '../primitives/button';

/** A short message with its way back. */
export function ToastLine({ toast, onUndo }: { readonly toast: Notice; readonly onUndo: () => void }) {
  const word = useWords();
  const reason = toast.failure ? ` ${word(`failure_${toast.failure.replace('-', '_')}`)}` : '';
  return (
    <p class="toast">
      <span>{word(toast.key) + reason}</span>
      {toast.canUndo && <Button onPress={onUndo}>{word('toast_undo')}</Button>}
    </p>
  );
}
