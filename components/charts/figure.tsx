import type { ComponentChildren } from 'preact';
import type { Drawing } from '../../lib/charts/drawing';
import { useWords } from '../app/words';
import { Button } from '../primitives/button';
import { DrawingView } from './drawing-view';

interface FigureProps {
  readonly title: string;
  readonly drawing: Drawing;
  /** What the figure shows and leaves out. */
  readonly caption: readonly string[];
  /** The same as a table. */
  readonly children: ComponentChildren;
  readonly onPick: (id: string) => void;
  readonly onSave: (as: 'svg' | 'png') => void;
}

/** A figure with its caption, its table twin, and the ways to keep it. */
export function Figure({ title, drawing, caption, children, onPick, onSave }: FigureProps) {
  const word = useWords();
  return (
    <figure class="figure">
      <DrawingView drawing={drawing} label={`${title}. ${word('figure_see_table')}`} onPick={onPick} />
      <figcaption>
        {caption.map((line) => (
          <p key={line} class="hint">
            {line}
          </p>
        ))}
      </figcaption>
      <details>
        <summary>{word('figure_as_table')}</summary>
        <div class="table-frame">{children}</div>
      </details>
      <div class="row">
        <Button onPress={() => onSave('svg')} label={`${word('figure_save_svg')}: ${title}`}>
          {word('figure_save_svg')}
        </Button>
        <Button onPress={() => onSave('png')} label={`${word('figure_save_png')}: ${title}`}>
          {word('figure_save_png')}
        </Button>
      </div>
    </figure>
  );
}
