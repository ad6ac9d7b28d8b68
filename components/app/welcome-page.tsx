import { Button } from '../primitives/button';
import { useWords } from './words';

interface WelcomePageProps {
  readonly sample: string;
  /** The keys of the sentences that say what each permission is for. */
  readonly reasons: readonly string[];
  readonly onSkip: () => void;
}

const STEPS = ['welcome_step_read', 'welcome_step_note', 'welcome_step_find'];

/** Shown once, after the installation: what Pressmark does, a sample to try, what each permission is for. */
export function WelcomePage({ sample, reasons, onSkip }: WelcomePageProps) {
  const word = useWords();
  return (
    <main class="page welcome">
      <header class="row">
        <h1>{word('welcome_title')}</h1>
        <Button look="quiet" onPress={onSkip}>
          {word('welcome_skip')}
        </Button>
      </header>
      <p class="promise">{word('welcome_promise')}</p>
      <ol class="steps">
        {STEPS.map((step) => (
          <li key={step}>{word(step)}</li>
        ))}
      </ol>
      <h2>{word('welcome_try')}</h2>
      <iframe class="sample" src={sample} title={word('welcome_sample_title')} />
      <h2>{word('welcome_permissions')}</h2>
      <ul class="permissions">
        {reasons.map((reason) => (
          <li key={reason}>{word(reason)}</li>
        ))}
      </ul>
    </main>
  );
}
