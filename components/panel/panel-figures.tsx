import { useWords } from '../app/words';
import { Figure } from '../charts/figure';
import { NetworkTable } from '../charts/network-table';
import { TimelineTable } from '../charts/timeline-table';
import { figureLines } from './figure-words';
import type { ArticleView, PanelActions } from './panel-model';
import { Part } from './panel-part';

interface PanelFiguresProps {
  readonly article: ArticleView;
  readonly actions: Pick<PanelActions, 'show' | 'saveFigure'>;
}

/** Who speaks about whom, and who speaks where. */
export function PanelFigures({ article, actions }: PanelFiguresProps) {
  const word = useWords();
  const { network, timeline } = article;
  const pick = (id: string) => {
    const claim = article.claims.find((candidate) => candidate.id === id);
    const actor = article.actors.find((candidate) => candidate.id === id);
    const passage = claim?.passage ?? actor?.mentions[0];
    if (passage) actions.show(passage);
  };
  return (
    <>
      <Part id="network" title={word('network_title')}>
        {network.edges.length === 0 ? (
          <p class="empty">{word('network_empty')}</p>
        ) : (
          <Figure
            title={word('network_title')}
            drawing={article.networkDrawing}
            caption={figureLines('network', article, word)}
            onPick={pick}
            onSave={(as) => actions.saveFigure('network', as)}
          >
            <NetworkTable network={network} onPick={pick} />
          </Figure>
        )}
      </Part>
      <Part id="timeline" title={word('timeline_title')}>
        {timeline.rows.length === 0 ? (
          <p class="empty">{word('timeline_empty')}</p>
        ) : (
          <Figure
            title={word('timeline_title')}
            drawing={article.timelineDrawing}
            caption={figureLines('timeline', article, word)}
            onPick={pick}
            onSave={(as) => actions.saveFigure('timeline', as)}
          >
            <TimelineTable timeline={timeline} onPick={pick} />
          </Figure>
        )}
      </Part>
    </>
  );
}
