import { hashOf } from '../../lib/notes/library-route';
import type { NoteStory } from '../../lib/surfaces/library-notes';
import type { Looked } from '../../lib/surfaces/one-thing';
import type { HistoryStep } from '../../lib/team/note-history';
import { momentIn } from '../../lib/text/wording';
import { readingFailureKey } from '../app/popup-view';
import { useWords } from '../app/words';
import { EditedWords } from '../notes/paragraph-edit';

// From about this length on the words are scrolled within their box.
const SCROLLS_FROM = 1_200;

interface NoteHistoryProps {
  readonly note: Looked<NoteStory>;
  readonly language: string;
}

/** The versions of a note: who wrote each and when, and what it changed. */
export function NoteHistory({ note: { value, failure }, language }: NoteHistoryProps) {
  const word = useWords();
  const quote = value?.item.version.target?.quote.exact;
  return (
    <>
      <p class="narrowed">
        <a href={hashOf('notes')}>{word('library_all_notes')}</a>
      </p>
      {failure && <p class="problem">{word(readingFailureKey(failure))}</p>}
      {value === undefined && failure === null && <p class="status reading">{word('library_loading')}</p>}
      {value === null && <p class="empty">{word('library_gone')}</p>}
      {value && (
        <>
          <h2>{word('history_title')}</h2>
          {quote && (
            <blockquote class="quote" dir="auto">
              {quote}
            </blockquote>
          )}
          <p class="hint">{word('history_hint')}</p>
          <ol class="history">
            {value.steps.map((step) => (
              <li key={step.id}>
                <Step step={step} language={language} />
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}

function Step({ step, language }: { readonly step: HistoryStep; readonly language: string }) {
  const word = useWords();
  const { words, tagsAdded, tagsRemoved } = step;
  const isLong = words.reduce((length, { text }) => length + text.length, 0) > SCROLLS_FROM;
  const when = Number.isNaN(Date.parse(step.at)) ? step.at : momentIn(language, step.at);
  return (
    <>
      <p>
        <b>{word(`history_${step.what.replace('-', '_')}`)}</b>{' '}
        <span class="hint">
          <bdi>{[step.author, when].filter(Boolean).join(' · ')}</bdi>
        </span>
      </p>
      {step.what !== 'deleted' && words.length === 0 && <p class="hint">{word('history_no_words')}</p>}
      {step.what !== 'deleted' && words.length > 0 && (
        <p class="words" dir="auto" tabIndex={isLong ? 0 : undefined}>
          <EditedWords parts={words} />
        </p>
      )}
      {tagsAdded.length > 0 && <p class="hint">{word('history_tags_added', tagsAdded)}</p>}
      {tagsRemoved.length > 0 && <p class="hint">{word('history_tags_removed', tagsRemoved)}</p>}
    </>
  );
}
