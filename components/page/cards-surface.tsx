import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CardsView } from '../../lib/page/cards-controller';
import { useWords } from '../app/words';
import { NoteEditor } from '../notes/note-editor';
import { Button } from '../primitives/button';
import { Adder } from './adder';
import { type Place, placeBeside } from './place';

/** What the cards ask for; each is one gesture of the reader. */
export interface CardsActions {
  begin(): void;
  highlight(): void;
  write(body: string): void;
  save(): void;
  close(): void;
  resume(): void;
  discard(): void;
}

interface CardsSurfaceProps {
  readonly view: CardsView;
  readonly actions: CardsActions;
  readonly window: Window;
  readonly isExposed: boolean;
}

const ADDER_SIZE = { width: 160, height: 38 };

/** Everything that floats over the page: the adder, the note editor, the unfinished note. */
export function CardsSurface({ view, actions, window, isExposed }: CardsSurfaceProps) {
  const word = useWords();
  if (view.kind === 'nothing') return null;
  if (view.kind === 'adder') {
    const place = placeBeside(view.box, ADDER_SIZE, viewportOf(window));
    return <Adder place={place} onNote={actions.begin} onHighlight={actions.highlight} />;
  }
  if (view.kind === 'unfinished') {
    return (
      <section class="card unfinished" aria-label={word('unfinished_title')}>
        <h2>{word('unfinished_title')}</h2>
        {view.quote && <blockquote class="quote">{view.quote}</blockquote>}
        <p class="hint">{view.body}</p>
        <div class="row">
          <Button look="primary" onPress={actions.resume}>
            {word('unfinished_resume')}
          </Button>
          <Button look="quiet" onPress={actions.discard}>
            {word('unfinished_discard')}
          </Button>
        </div>
      </section>
    );
  }
  const problem = view.failure ? word(`failure_${view.failure.replace('-', '_')}`) : undefined;
  return (
    <Card box={view.box} window={window}>
      <NoteEditor
        quote={view.quote}
        body={view.body}
        status={problem === undefined ? { step: view.step } : { step: view.step, problem }}
        isExposed={isExposed}
        onInput={actions.write}
        onSave={actions.save}
        onClose={actions.close}
      />
    </Card>
  );
}

interface CardProps {
  readonly box: DOMRect;
  readonly window: Window;
  readonly children: preact.ComponentChildren;
}

/** A card beside a passage; it measures itself once and then keeps its place while it is open. */
function Card({ box, window, children }: CardProps) {
  const element = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place | null>(null);
  useLayoutEffect(() => {
    const size = element.current?.getBoundingClientRect();
    if (size) setPlace(placeBeside(box, size, viewportOf(window)));
  }, [box, window]);
  const style = place ? { top: `${place.top}px`, left: `${place.left}px` } : { visibility: 'hidden' };
  return (
    <div ref={element} class="card" style={style as preact.CSSProperties}>
      {children}
    </div>
  );
}

function viewportOf(window: Window) {
  const { scrollX, scrollY, innerHeight } = window;
  return { scrollX, scrollY, width: window.document.documentElement.clientWidth, height: innerHeight };
}
