import { describe, expect, it } from 'vitest';
import messages from '../../assets/public/_locales/ar/messages.json' with { type: 'json' };
import { citationOf } from '../../components/panel/figure-words';
import { svgFile } from '../../lib/charts/svg-file';
import { wordsFrom } from '../../lib/text/wording';
import { report } from './panel-sample';
import { english } from './render';

const sentences = messages as Record<string, { message: string }>;
const arabic = wordsFrom(
  (key, fillings) =>
    (sentences[key]?.message ?? '').replace(/\$(\d)/g, (_, n: string) => fillings[Number(n) - 1] ?? ''),
  { language: 'ar', region: 'ar', direction: 'rtl' },
);
const accessed = new Date('2026-03-09T12:00:00Z');
const generator = 'Pressmark 1';

describe('the citation of a figure', () => {
  it('names authors, title, outlet and date, and where and when the article was read', () => {
    const lines = citationOf(report.article!, accessed, { word: english, language: 'en', generator });
    expect(lines).toEqual([
      'Mina Castellan. “Ferry talks end without a deal”. Quay Courier, March 5, 2026.',
      'https://quay.example/ferry (accessed on March 9, 2026)',
      'Figure made with Pressmark 1 from what was found automatically.',
    ]);
  });

  it('keeps each name in its own order in a language that runs from right to left, also over the ends of lines', () => {
    const title = 'Ferry talks end without a deal after a night in which nobody slept and nothing was signed';
    const article = { ...report.article!, title };
    const lines = citationOf(article, accessed, { word: arabic, language: 'ar', generator });
    const [first, address] = lines;
    expect(first).toMatch(
      /^\u2068Mina Castellan\u2069\. \u2068“Ferry [^\u2069]*”\u2069\. \u2068Quay Courier\u2069، /u,
    );
    expect(address).toMatch(/^\u2068https:\/\/quay\.example\/ferry\u2069 \(/u);

    const drawing = { width: 360, height: 10, shapes: [] };
    const { svg } = svgFile(drawing, { title: arabic('network_title'), lines });
    const written = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text ?? '');
    expect(written.length).toBeGreaterThan(lines.length + 1);
    for (const line of written) {
      // One direction for the line, and within it Latin words only where they are set apart.
      expect(line).toMatch(/^\u2067.*\u2069$/u);
      expect(line.slice(1, -1).replace(/\u2068[^\u2068\u2069]*\u2069/gu, '')).not.toMatch(
        /\p{Script=Latin}|\u2068|\u2069/u,
      );
    }
  });
});
