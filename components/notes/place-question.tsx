import { useWords } from '../app/words';
import { Button } from '../primitives/button';
import { NoteText } from './note-text';

/** A note, and the passage that may be its own by now. */
export interface PlaceQuestionData {
  readonly quote: string;
  readonly body: string;
  readonly found: string;
}

interface PlaceQuestionProps {
  readonly data: PlaceQuestionData;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks whether a note belongs to the passage that resembles its own. */
export function PlaceQuestion({ data, onYes, onNo }: PlaceQuestionProps) {
  const word = useWords();
  return (
    <div class="place-question">
      <p>{word('place_question')}</p>
      <p class="hint">{word('place_was')}</p>
      <blockquote class="quote" dir="auto">
        {data.quote}
      </blockquote>
      <p class="hint">{word('place_is')}</p>
      <blockquote class="quote" dir="auto">
        {data.found}
      </blockquote>
      {data.body && <NoteText markdown={data.body} />}
      <div class="row">
        <span class="status" />
        <Button onPress={onNo}>{word('place_no')}</Button>
        <Button look="primary" onPress={onYes}>
          {word('place_yes')}
        </Button>
      </div>
    </div>
  );
}
