import { Button } from '../primitives/button';
import { useWords } from './words';

interface TroubleProps {
  /** The sentence that says what cannot be known or shown. */
  readonly problem: string;
  /** Null where trying again cannot help. */
  readonly onTryAgain: (() => void) | null;
}

/** What is wrong, and the way to try again. While that is tried the button stays, and the focus with it. */
export function Trouble({ problem, onTryAgain }: TroubleProps) {
  const word = useWords();
  return (
    <div class="trouble">
      <p class="problem" role="alert">
        {problem}
      </p>
      {onTryAgain && <Button onPress={onTryAgain}>{word('try_again')}</Button>}
    </div>
  );
}
