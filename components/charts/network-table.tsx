import type { SpeechNetwork } from '../../lib/charts/speech-network';
import { useWords } from '../app/words';

interface NetworkTableProps {
  readonly network: SpeechNetwork;
  readonly onPick: (id: string) => void;
}

/** The network as a table: who speaks about whom, in how many claims; and how much each speaks and is spoken about. */
export function NetworkTable({ network: { nodes, edges }, onPick }: NetworkTableProps) {
  const word = useWords();
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  return (
    <>
      <table>
        <caption>{word('network_pairs')}</caption>
        <thead>
          <tr>
            <th scope="col">{word('network_speaker')}</th>
            <th scope="col">{word('network_about')}</th>
            <th scope="col">{word('network_claims')}</th>
          </tr>
        </thead>
        <tbody>
          {edges.map(({ from, to, claims }) => (
            <tr key={`${from} ${to}`}>
              <td>{names.get(from)}</td>
              <td>{names.get(to)}</td>
              <td>
                <button type="button" class="link" onClick={() => onPick(claims[0] ?? from)}>
                  {word('number_alone', claims.length)}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption>{word('network_actors')}</caption>
        <thead>
          <tr>
            <th scope="col">{word('network_actor')}</th>
            <th scope="col">{word('network_says')}</th>
            <th scope="col">{word('network_spoken_about')}</th>
          </tr>
        </thead>
        <tbody>
          {nodes.map(({ id, name, says, about }) => (
            <tr key={id}>
              <td>
                <button type="button" class="link" onClick={() => onPick(id)}>
                  {name}
                </button>
              </td>
              <td>{word('number_alone', says)}</td>
              <td>{word('number_alone', about)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
