import type { ActorType } from '../../lib/model/actor';
import { ACTOR_MARK, CLAIM_MARK, NOTE_MARK } from '../../lib/model/mark-categories';
import { ActorSign, actorTypeWord } from '../actors/actor-sign';
import { useWords } from './words';

// As faint as on the page; the note's own colour is made for this ground.
const TINT: Readonly<Record<string, number>> = { [CLAIM_MARK.colour]: 14 };
const KINDS = Object.keys(ACTOR_MARK) as ActorType[];

/** What the lines and tints on the page mean: a letter, a line and a word for each. */
export function Legend() {
  const word = useWords();
  return (
    <details class="legend">
      <summary>{word('legend_title')}</summary>
      <ul>
        {KINDS.map((kind) => (
          <li key={kind}>
            <ActorSign type={kind} /> <Line {...ACTOR_MARK[kind]}>{actorTypeWord(word, kind)}</Line>
          </li>
        ))}
        <li>
          <span class="bar" aria-hidden="true" /> <Line {...CLAIM_MARK}>{word('legend_claim')}</Line>
        </li>
        <li>
          <span class="bar dashed" aria-hidden="true" /> {word('legend_claim_unsourced')}
        </li>
        <li>
          <span class="bar none" aria-hidden="true" /> <Line {...NOTE_MARK}>{word('legend_note')}</Line>
        </li>
      </ul>
    </details>
  );
}

interface LineProps {
  readonly line: string;
  readonly colour: string;
  readonly children: string;
}

function Line({ line, colour, children }: LineProps) {
  const style =
    line === 'tint'
      ? { backgroundColor: `color-mix(in srgb, var(${colour}) ${TINT[colour] ?? 100}%, transparent)` }
      : { textDecoration: `underline ${line} var(${colour})` };
  return <span style={style}>{children}</span>;
}
