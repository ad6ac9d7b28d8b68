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

type ClaimsList = ListActions & { readonly data: ListData<ClaimItem> };

interface ActorPageProps {
  readonly actor: Looked<ActorRow>;
  readonly said: ClaimsList;
  readonly about: ClaimsList;
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
          <ClaimsPart id="said" count={value.said} list={said} language={language} met={met} />
          <ClaimsPart id="about" count={value.about} list={about} language={language} met={met} />
        </>
      )}
    </>
  );
}

/** The id of each part, its title, and what it says where there is none. */
const TITLES = {
  said: ['library_said_by', 'library_said_nothing'],
  about: ['library_said_about', 'library_nothing_about'],
} as const;

interface ClaimsPartProps extends Pick<ActorPageProps, 'language' | 'met'> {
  readonly id: keyof typeof TITLES;
  readonly count: number;
  readonly list: ClaimsList;
}

function ClaimsPart({ id, count, list, language, met }: ClaimsPartProps) {
  const word = useWords();
  const [title, none] = TITLES[id];
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>
        {word(title)} <span class="count">{word('number_alone', count)}</span>
      </h3>
      <ListFrame list={list.data} actions={list} empty={<p class="empty">{word(none)}</p>}>
        {(items) => <ClaimRows items={items} language={language} met={met} />}
      </ListFrame>
    </section>
  );
}
