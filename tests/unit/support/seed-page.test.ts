import { describe, expect, it } from 'vitest';
import { buildSeedPage, parseSeed, readSeed } from '../../support/seed-page';
import { inventedName, nameSwapper, namesIn } from '../../support/swap-names';

const TEXT = `WorldSea and CoastOpinion

A Short Headline About Boats

Amara Osei, who chairs the Strand League, said that the harbour of Veldt was closed on Friday. The Veldters were not amused.

What Comes Next

In the view of Osei and many others, the old harbour of Veldt “will outlive” all of its critics & friends by far. “Boats float,” one of them added.


By Mina Castellan | Tide Agency

Leave a Reply

Fields are marked *

Back to top`;

describe('the page made from a saved text', () => {
  it('tells the parts apart by their shape', () => {
    const parsed = parseSeed(TEXT);
    expect(parsed.categories).toEqual(['World', 'Sea and Coast', 'Opinion']);
    expect(parsed.headline).toBe('A Short Headline About Boats');
    expect(parsed.body.map(({ kind }) => kind)).toEqual(['paragraph', 'subheading', 'paragraph']);
    expect([parsed.author, parsed.outlet]).toEqual(['Mina Castellan', 'Tide Agency']);
    expect(parsed.below).toEqual(['Leave a Reply', 'Fields are marked *', 'Back to top']);
  });

  it('links a phrase in the middle of a sentence and escapes the rest', () => {
    const page = buildSeedPage(parseSeed(TEXT));
    expect(page.linked).toEqual(['Osei and many']);
    expect(page.html).toContain('<p>In the view of <a href="/tag/1">Osei and many</a> others, the old');
    expect(page.html).toContain('critics &amp; friends');
    expect(page.acrossLink[0]).toMatch(/^In the view of Osei and many others.*by far\.$/);
  });

  it('says what is wrong when there is no byline', () => {
    expect(() => parseSeed('A\n\nB\n\nC.')).toThrow(/no byline/);
  });

  it('takes the whole development text apart', async (context) => {
    const text = await readSeed();
    if (text === null) return context.skip('the development data are not here');
    const page = buildSeedPage(parseSeed(text));
    expect(page.body.filter(({ kind }) => kind === 'subheading')).toHaveLength(6);
    expect(page.linked.length).toBeGreaterThan(2);
    for (const { text: block } of page.body) expect(text).toContain(block);
  });
});

describe('swapping names', () => {
  const body = parseSeed(TEXT)
    .body.filter(({ kind }) => kind === 'paragraph')
    .map(({ text }) => text);

  it('finds names inside sentences, not sentence openings or institutional words', () => {
    expect(namesIn(body)).toEqual(['Osei', 'Veldt', 'Strand', 'Veldters']);
  });

  it('swaps a name everywhere in the same way and keeps what grows from it', () => {
    const swap = nameSwapper(body);
    const [, place = ''] = /harbour of (\S+) was/.exec(swap(body[0]!)) ?? [];
    expect(place).not.toBe('Veldt');
    expect(swap('Veldt, the Veldters and Osei’s boat')).toMatch(
      new RegExp(`^${place}, the ${place}ers and \\p{Lu}\\p{Ll}+’s boat$`, 'u'),
    );
    expect(swap(TEXT)).not.toMatch(/Veldt|Osei/);
  });

  it('makes the same name from the same number', () => {
    expect(inventedName(7, 8)).toBe(inventedName(7, 8));
    expect(new Set(Array.from({ length: 60 }, (_, number) => inventedName(number, 8))).size).toBeGreaterThan(
      55,
    );
  });
});
