import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sourcesIn } from '../../support/sources';

const LOCALES = 'assets/public/_locales';

type Table = Readonly<Record<string, { readonly message: string; readonly description?: string }>>;

const tableOf = (language: string): Table =>
  JSON.parse(readFileSync(`${LOCALES}/${language}/messages.json`, 'utf8'));

const FORM = /_count_(zero|one|two|few|many|other)$/;
/** A sentence without its plural form: every language has its own forms. */
const sentence = (key: string) => key.replace(FORM, '_count');
const sentences = (table: Table) => [...new Set(Object.keys(table).map(sentence))].toSorted();
const places = (text: string) => [...new Set(text.match(/\$\w+\$?/g) ?? [])].toSorted();

/** What may read as in English: names, and words that two languages share. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  de: ['library_export', 'library_import', 'format_markdown', 'finder_filter'],
  fr: [
    'adder_note',
    'actor_organisation',
    'card_note_label',
    'filter_site',
    'library_article',
    'library_date',
    'library_tab_articles',
    'library_tab_notes',
    'modality_accusation',
    'panel_figures',
    'panel_notes',
    'popup_options',
    'options_site',
    'print_notes',
    'privacy_from_options',
  ],
  es: ['card_actor_label', 'chip_actor', 'library_actor', 'network_actor', 'place_no'],
};
const NAMES = [
  'extension_name',
  'popup_title',
  'number_alone',
  'language_direction',
  'library_range',
  'figure_outlet_day',
];

const english = tableOf('en');
const languages = readdirSync(LOCALES);

describe('the languages', () => {
  it('are English and four more, one from right to left', () => {
    expect(languages.toSorted()).toEqual(['ar', 'de', 'en', 'es', 'fr']);
    const directions = languages.map((language) => tableOf(language)['language_direction']?.message);
    expect(directions.toSorted()).toEqual(['ltr', 'ltr', 'ltr', 'ltr', 'rtl']);
  });

  it.each(languages)(
    '%s says which one it is, in a form that the browser can format numbers with',
    (language) => {
      const tag = tableOf(language)['language_tag']?.message ?? '';
      expect(tag.replace('-', '_')).toBe(language);
      expect(Intl.NumberFormat.supportedLocalesOf(tag)).toEqual([tag]);
    },
  );

  it.each(languages)('%s keeps within what browsers and stores allow in a manifest', (language) => {
    const table = tableOf(language);
    const length = (key: string) => table[key]?.message.length;
    expect(length('extension_name')).toBeLessThanOrEqual(75);
    expect(length('extension_description')).toBeLessThanOrEqual(132);
  });

  it.each(languages)('%s has the plural forms that numbers ask for there', (language) => {
    const table = tableOf(language);
    const rules = new Intl.PluralRules(language);
    const asked = new Set(Array.from({ length: 201 }, (_, count) => rules.select(count)));
    const counted = [...new Set(Object.keys(table).filter((key) => FORM.test(key)))].map(sentence);
    const missing = [...new Set(counted)].flatMap((key) =>
      [...asked].map((form) => `${key}_${form}`).filter((form) => !table[form]),
    );
    expect(missing).toEqual([]);
  });
});

describe.each(languages.filter((language) => language !== 'en'))('%s', (language) => {
  const table = tableOf(language);
  const source = (key: string) => english[key] ?? english[`${sentence(key)}_other`];

  it('has every sentence of English, and no other', () => {
    expect(sentences(table)).toEqual(sentences(english));
  });

  it('leaves no sentence empty', () => {
    expect(Object.keys(table).filter((key) => table[key]?.message.trim() === '')).toEqual([]);
  });

  it('fills the same places', () => {
    const differing = Object.keys(table).filter((key) => {
      const own = places(table[key]?.message ?? '');
      const all = places(source(key)?.message ?? '');
      // “One note” needs no number, in the forms that mean a single number.
      return FORM.test(key) && !key.endsWith('_other')
        ? own.some((place) => !all.includes(place))
        : own.join() !== all.join();
    });
    expect(differing).toEqual([]);
  });

  it('leaves no sentence in English', () => {
    const mayBe = [...NAMES, ...(SHARED[language] ?? [])];
    const same = Object.keys(table).filter((key) => table[key]?.message === english[key]?.message);
    expect(same.filter((key) => !mayBe.includes(key))).toEqual([]);
  });
});

describe('what is put into sentences', () => {
  it('is written as a language writes it in one place alone', () => {
    const formats =
      /new Intl\.(Number|DateTime|List)Format|new Intl\.(PluralRules|DisplayNames)|\.toLocale(Date|Time)?String\(/;
    const others = sourcesIn('lib', 'components', 'entrypoints').filter(
      ({ path, text }) => formats.test(text) && path !== 'lib/text/wording.ts',
    );
    expect(others.map(({ path }) => path)).toEqual([]);
  });
});
