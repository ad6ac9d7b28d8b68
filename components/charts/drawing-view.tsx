import type { ComponentChildren } from 'preact';
import { type Drawing, HALO, type Look, type Paint, type Shape } from '../../lib/charts/drawing';

const PAINTS: Readonly<Record<Paint, string>> = {
  none: 'none',
  paper: 'var(--paper)',
  ink: 'var(--ink)',
  soft: 'var(--ink-soft)',
  line: 'var(--line)',
  accent: 'var(--accent)',
  person: 'var(--person)',
  organisation: 'var(--organisation)',
  place: 'var(--place)',
  group: 'var(--group)',
  media: 'var(--media)',
};

interface DrawingViewProps {
  readonly drawing: Drawing;
  readonly label: string;
  /** A shape that stands for something was clicked. The table beside the figure does the same for keys. */
  readonly onPick: (id: string) => void;
}

/** A figure on the screen, in the colours of the reader's scheme. */
export function DrawingView({ drawing, label, onPick }: DrawingViewProps) {
  const { width, height, shapes } = drawing;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the table twin has a button for each, and is read out instead
    <svg
      class="drawing"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      onClick={({ target }) => {
        const id = target instanceof Element ? target.getAttribute('data-of') : null;
        if (id !== null) onPick(id);
      }}
    >
      {shapes.map((shape, at) => (
        <ShapeView key={at} shape={shape} />
      ))}
    </svg>
  );
}

function ShapeView({ shape }: { readonly shape: Shape }) {
  const common = { style: styleOf(shape), 'data-of': shape.of };
  const title: ComponentChildren = shape.title ? <title>{shape.title}</title> : null;
  if (shape.kind === 'path')
    return (
      <path d={shape.d} {...common}>
        {title}
      </path>
    );
  if (shape.kind === 'circle')
    return (
      <circle cx={shape.x} cy={shape.y} r={shape.r} {...common}>
        {title}
      </circle>
    );
  if (shape.kind === 'rect')
    return (
      <rect x={shape.x} y={shape.y} width={shape.w} height={shape.h} {...common}>
        {title}
      </rect>
    );
  return (
    <text
      x={shape.x}
      y={shape.y}
      text-anchor={shape.anchor}
      font-size={shape.size}
      font-weight={shape.isBold ? 700 : 400}
      data-of={shape.of}
      style={shape.hasHalo ? { ...styleOf(shape), ...HALO_STYLE } : styleOf(shape)}
    >
      {title}
      {shape.text}
    </text>
  );
}

const HALO_STYLE = { stroke: PAINTS.paper, strokeWidth: HALO, paintOrder: 'stroke' };

// Set as properties: the policy of our pages allows no style that is written into markup.
function styleOf({ fill = 'none', stroke = 'none', width = 1, dash = 'none' }: Look) {
  return { fill: PAINTS[fill], stroke: PAINTS[stroke], strokeWidth: width, strokeDasharray: dash };
}
