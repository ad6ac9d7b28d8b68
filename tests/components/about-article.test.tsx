// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { AboutArticle } from '../../components/app/about-article';
import { factsOf } from '../../components/panel/facts-of';
import type { ArticleCorrection } from '../../lib/model/article';
import { correctArticle } from '../../lib/notes/correct-article';
import { sampleArticle } from '../unit/notes/sample-article';
import { brokenRules, english, show } from './render';

const page = sampleArticle({
  publishedTime: '2026-03-01T08:30:00Z',
  provenance: { title: 'json-ld', authors: 'visible', siteName: 'meta', publishedTime: 'json-ld' },
});
const detection = { verdict: 'article', score: 0.97, why: ['ld-news', 'run-chars', '-links'] } as const;

async function open(article = page) {
  const onCorrect = vi.fn<(correction: ArticleCorrection) => void>();
  const about = { article, facts: factsOf(article, 'en'), detection };
  const place = await show(<AboutArticle about={about} onCorrect={onCorrect} />);
  const press = (text: string) =>
    act(() => [...place.querySelectorAll('button')].find((b) => b.textContent === text)?.click());
  const type = (key: string, value: string) =>
    act(() => {
      const label = [...place.querySelectorAll('label')].find((l) => l.textContent === english(key));
      const field = label?.querySelector<HTMLInputElement>('input, textarea');
      if (field) field.value = value;
      field?.dispatchEvent(new Event('input', { bubbles: true }));
    });
  return { place, onCorrect, press, type };
}

describe('what is known of the article in front', () => {
  it('says of each field where it was read, and what spoke for an article and against', async () => {
    const { place } = await open();
    const facts = [...place.querySelectorAll('.facts > div')].map((row) => row.textContent);
    expect(facts[0]).toBe(`${english('facts_title')}The harbour opens${english('facts_from_json_ld')}`);
    expect(facts[1]).toContain(english('facts_from_visible'));
    expect(place.querySelector('.why')?.textContent).toContain(english('signal_declared'));
    expect(place.querySelector('.why')?.textContent).toContain(english('signal_links'));
  });

  it('is corrected field by field, and sends nothing that was left as it is', async () => {
    const { place, press, type, onCorrect } = await open();
    await press(english('about_correct'));
    expect(place.querySelector<HTMLInputElement>('input[type=date]')?.value).toBe('2026-03-01');
    await type('facts_authors', 'Ana Ruiz\nIvo Lund');
    await type('facts_siteName', '');
    await type('facts_title', 'The harbour opens ');
    await press(english('about_save'));
    expect(onCorrect).toHaveBeenCalledExactlyOnceWith({ authors: ['Ana Ruiz', 'Ivo Lund'], siteName: '' });
    expect(place.querySelector('form')).toBeNull();
  });

  it('is left alone when nothing was changed, or the form is closed', async () => {
    const { press, type, onCorrect } = await open();
    await press(english('about_correct'));
    await press(english('about_save'));
    await press(english('about_correct'));
    await type('facts_title', 'Other');
    await press(english('library_cancel'));
    expect(onCorrect).not.toHaveBeenCalled();
  });

  it('shows what the reader has corrected, and goes back to what the page says', async () => {
    const { place, press, onCorrect } = await open(
      correctArticle(page, page, { title: 'Mine', authors: [] }),
    );
    expect(place.querySelector('.facts')?.textContent).toContain(`Mine${english('facts_from_reader')}`);
    await press(english('about_as_the_page'));
    expect(onCorrect).toHaveBeenCalledWith({ title: null, authors: null });
  });

  it('breaks no accessibility rule, read or corrected', async () => {
    const { place, press } = await open();
    place.querySelectorAll('details').forEach((details) => {
      details.open = true;
    });
    expect(await brokenRules(place)).toEqual([]);
    await press(english('about_correct'));
    expect(await brokenRules(place)).toEqual([]);
  });
});
