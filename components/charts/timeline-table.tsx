import type { SpeakerTimeline } from '../../lib/charts/speaker-timeline';
import { useWords } from '../app/words';

interface TimelineTableProps {
  readonly timeline: SpeakerTimeline;
  readonly onPick: (id: string) => void;
}

/** More places than this in one line of the table are not worth reading. */
const MOST_PLACES = 30;

/** The timeline as a table: each speaker with the places where they speak, in per cent of the text. */
export function TimelineTable({ timeline, onPick }: TimelineTableProps) {
  const word = useWords();
  return (
    <table>
      <caption>{word('timeline_places')}</caption>
      <thead>
        <tr>
          <th scope="col">{word('network_speaker')}</th>
          <th scope="col">{word('network_claims')}</th>
          <th scope="col">{word('timeline_where')}</th>
        </tr>
      </thead>
      <tbody>
        {timeline.rows.map(({ id, name, claims }) => (
          <tr key={id ?? ''}>
            <td>{name ?? word('popup_unnamed_source')}</td>
            <td>{word('number_alone', claims.length)}</td>
            <td>
              {claims.slice(0, MOST_PLACES).map((claim) => (
                <button
                  key={claim.id}
                  type="button"
                  class="link place"
                  title={word(`kind_${claim.kind}`)}
                  onClick={() => onPick(claim.id)}
                >
                  {word('number_alone', { share: claim.from })}
                </button>
              ))}
              {claims.length > MOST_PLACES && word('list_left_out', claims.length - MOST_PLACES)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
