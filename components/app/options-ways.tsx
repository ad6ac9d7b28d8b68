import { useWords } from './words';

/** The parts of the options, by the ids of their sections, in their order. */
const PARTS = {
  marks: 'panel_marks',
  author: 'options_author',
  words: 'words_title',
  sites: 'options_sites',
  storage: 'storage_title',
  privacy: 'privacy_title',
  keys: 'options_keys',
} as const;

/** Ways down the options: the page is long, and what is looked for is seldom at its top. */
export function OptionsWays() {
  const word = useWords();
  return (
    <nav class="ways" aria-label={word('options_ways')}>
      {Object.entries(PARTS).map(([id, title]) => (
        <a key={id} href={`#${id}`}>
          {word(title)}
        </a>
      ))}
    </nav>
  );
}
