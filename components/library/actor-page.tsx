import { hashOf } from '../../lib/notes/library-route';
import type { ActorRow } from '../../lib/store/findings-database';
import type { ClaimItem } from '../../lib/surfaces/library-findings';
import type { MetElsewhere } from '../../lib/surfaces/met-elsewhere';
import type { Looked } from '../../lib/surfaces/one-thing';
import type { ListData } from '../../lib/surfaces/paged-list';
import { ActorSign, actorTypeWord } from '../actors/actor-sign';
import { readingFailureKey } from '../app/popup-view';
import { useWords } from '../app/words';
import { usualType } from './actor-table';
import { ClaimRows } from './claim-rows';
import { type ListActions, ListFrame } from './list-frame';

interface ActorPageProps {
  readonly actor: Looked<ActorRow>;
  readonly said: ListActions & { readonly data: ListData<ClaimItem> };
  readonly about: ListActions & { readonly data: ListData<ClaimItem> };
  readonly language: string;
  readonly met: MetElsewhere['of'];
}

/** What an actor says, and what others say about it, in every kept article. */
export function ActorPage({ actor, said, about, language, met }: ActorPageProps) {
  const word = useWords();
  const { value, failure } = actor;
  return (
    <>
      <p class="narrowed">
        <a href={hashOf('actors')}>{word('library_all_actors')}</a>
      </p>
      {failure && <p class="problem">{word(readingFailureKey(failure))}</p>}
      {value === null && <p class="empty">{word('library_gone')}</p>}
      {value && (
        <>
          <h2 class="actor-title">
            <ActorSign type={usualType(value)} />
            <bdi>{value.name}</bdi>
          </h2>
          <p class="hint">
            {actorTypeWord(word, usualType(value))} ·{' '}
            {word('library_actor_counts', value.articles, value.mentions)}
          </p>
          <section aria-labelledby="said">
            <h3 id="said">
              {word('library_said_by')} <span class="count">{word('number_alone', value.said)}</span>
            </h3>
            <ListFrame
              list={said.data}
              actions={said}
              empty={<p class="empty">{word('library_said_nothing')}</p>}
            >
              {(items) => <ClaimRows items={items} language={language} met={met} />}
            </ListFrame>
          </section>
          <section aria-labelledby="about">
            <h3 id="about">
              {word('library_said_about')} <span class="count">{word('number_alone', value.about)}</span>
            </h3>
            <ListFrame
              list={about.data}
              actions={about}
              empty={<p class="empty">{word('library_nothing_about')}</p>}
            >
              {(items) => <ClaimRows items={items} language={language} met={met} />}
            </ListFrame>
          </section>
        </>
      )}
    </>
  );
}
