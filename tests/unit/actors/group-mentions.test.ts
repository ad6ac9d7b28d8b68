import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Groupable, groupMentions } from '../../../lib/actors/group-mentions';
import type { ActorType } from '../../../lib/model/actor';

/** Marks `[name|type]` in a sentence; gives the text without marks and its mentions. */
function marked(source: string): { text: string; mentions: Groupable[] } {
  let text = '';
  const mentions: Groupable[] = [];
  let last = 0;
  for (const match of source.matchAll(/\[([^|\]]+)\|([a-z-]+)\]/g)) {
    text += source.slice(last, match.index);
    const start = text.length;
    text += match[1];
    mentions.push({ start, end: text.length, text: match[1] ?? '', type: match[2] as ActorType });
    last = match.index + match[0].length;
  }
  return { text: text + source.slice(last), mentions };
}

/** The names that fell into the same group as the first mention. */
function sameAsFirst(source: string): string[] {
  const { text, mentions } = marked(source);
  const { group } = groupMentions(text, mentions);
  return mentions.filter((_, at) => at > 0 && group[at] === group[0]).map((mention) => mention.text);
}

describe('grouping mentions', () => {
  it('keeps two people apart whom one short name fits', () => {
    expect(
      sameAsFirst(
        '[Sadeq Abu Amer|person] met [Abu Hassan Amer|person]; [Abu Amer|person] spoke and [Amer|person] left.',
      ),
    ).toEqual(['Abu Amer', 'Amer']);
  });

  it('keeps a known firm and its wares apart, and a state and its buildings', () => {
    expect(
      sameAsFirst(
        '[Microsoft|organisation] sells [Microsoft Loom|organisation]; [Microsoft Corporation|organisation] grew.',
      ),
    ).toEqual(['Microsoft Corporation']);
    expect(sameAsFirst('[Texas|place] has the [Texas Loomhouse|place].')).toEqual([]);
    expect(sameAsFirst('[Gaza|place] is the [Gaza Strip|place].')).toEqual(['Gaza Strip']);
  });

  it('joins a surname, a titled surname and a first name to the full name', () => {
    expect(
      sameAsFirst('[Lena Varro|person] met [Varro|person], [Ms Varro|person] and [Lena|person].'),
    ).toEqual(['Varro', 'Ms Varro', 'Lena']);
  });

  it('joins a surname to the person of that name who was named last', () => {
    const { text, mentions } = marked(
      '[Ada Kell|person] spoke. [Tom Kell|person] answered. [Kell|person] left.',
    );
    const { group } = groupMentions(text, mentions);
    expect(group[2]).toBe(group[1]);
    expect(group[0]).not.toBe(group[1]);
  });

  it('joins a surname to a full name that follows later', () => {
    expect(sameAsFirst('[Odum|person] resigned. [Peter Odum|person] was 61.')).toEqual(['Peter Odum']);
  });

  it('joins initials and left-out middle names but not other first names', () => {
    expect(
      sameAsFirst('[Jan Peter Odum|person], [Jan Odum|person], [J. Odum|person] and [Karl Odum|person].'),
    ).toEqual(['Jan Odum', 'J. Odum']);
  });

  it('joins an acronym to its long form, in brackets or not', () => {
    expect(
      sameAsFirst('[Harak-i-Nour Valdor|armed-group] ([HNV|armed-group]) struck; [HNV|armed-group] said so.'),
    ).toEqual(['HNV', 'HNV']);
    expect(
      sameAsFirst('[National Grain Board|organisation] met. Later the [NGB|organisation] voted.'),
    ).toEqual(['NGB']);
  });

  it('does not take any bracketed acronym for the name before it', () => {
    expect(sameAsFirst('[National Grain Board|organisation] ([XYZ|organisation])')).toEqual([]);
  });

  it('joins what is led, owned or based to its name', () => {
    expect(sameAsFirst('[Grain Board|organisation] and [Grain Board-led|organisation] groups')).toEqual([
      'Grain Board-led',
    ]);
  });

  it('joins names with a word before them, in the other order, with honours and with "Saint"', () => {
    expect(
      sameAsFirst(
        '[Singer Lena Varro|person] and [Lena Varro|person], [Varro Lena|person], [Lena Varro OBE|person]; [Lena|person].',
      ),
    ).toEqual(['Lena Varro', 'Varro Lena', 'Lena Varro OBE', 'Lena']);
    expect(sameAsFirst('[St. Odo|person] or [Saint Odo|person] was [Odo|person].')).toEqual([
      'Saint Odo',
      'Odo',
    ]);
  });

  it('joins an office to the same office with its state before it, but not to another office', () => {
    expect(
      sameAsFirst(
        'The [British Home Office|organisation], the [Home Office|organisation], the [Scottish Office|organisation].',
      ),
    ).toEqual(['Home Office']);
  });

  it('leaves an office alone that two states have', () => {
    expect(
      sameAsFirst(
        '[Foreign Ministry|organisation]: [Dutch Foreign Ministry|organisation], [French Foreign Ministry|organisation].',
      ),
    ).toEqual([]);
  });

  it('joins what a body is of to the body, unless that is a place', () => {
    expect(sameAsFirst('[Church of Odology|organisation], or [Odology|organisation].')).toEqual(['Odology']);
    expect(sameAsFirst('[Bank of England|organisation] and [England|organisation].')).toEqual([]);
  });

  it('joins a city with and without "City"', () => {
    expect(sameAsFirst('[New York City|place] is [New York|place], not [York|place].')).toEqual(['New York']);
  });

  it('joins the names of one state', () => {
    expect(
      sameAsFirst('[United States|place], the [U.S.|place] and [America|place], not [Britain|place].'),
    ).toEqual(['U.S.', 'America']);
  });

  it('joins the beginning of an organisation’s name, but keeps cities apart from what is named after them', () => {
    expect(sameAsFirst('[Meridian|organisation] and [Meridian Shipping|organisation]')).toEqual([
      'Meridian Shipping',
    ]);
    expect(sameAsFirst('[York|place] is not [New York|place].')).toEqual([]);
    expect(sameAsFirst('[Kabul|place] and [Kabul Province|place]')).toEqual([]);
  });

  it('keeps a person, a place and a people of one name apart', () => {
    expect(sameAsFirst('[Jordan|person] flew to [Jordan|place] to meet [Jordan|people].')).toEqual([]);
  });

  it('tells why names were joined', () => {
    const { text, mentions } = marked('[Lena Varro|person] and [Varro|person]');
    expect([...(groupMentions(text, mentions).why.get(0) ?? [])]).toEqual(['surname-of']);
  });

  it('gives every mention a group, and equal names of one type the same one', () => {
    const name = fc.constantFrom(
      'Ada Kell',
      'Kell',
      'NGB',
      'National Grain Board',
      'Kabul',
      '',
      '—',
      'the',
      'Mr',
    );
    const type = fc.constantFrom<ActorType>('person', 'organisation', 'place', 'people', 'other');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, type), { maxLength: 30 }), (list) => {
        let text = '';
        const mentions = list.map(([word, kind]) => {
          const start = text.length;
          text += `${word} `;
          return { start, end: start + word.length, text: word, type: kind };
        });
        const { group } = groupMentions(text, mentions);
        expect(group).toHaveLength(mentions.length);
        mentions.forEach((a, i) => {
          mentions.forEach((b, j) => {
            if (a.text === b.text && a.type === b.type) expect(group[i]).toBe(group[j]);
          });
        });
      }),
      { seed: 20260101, numRuns: 200 },
    );
  });

  it('stays fast on ten thousand different names', () => {
    const mentions = Array.from(
      { length: 10_000 },
      (_, at): Groupable => ({ start: at * 10, end: at * 10 + 8, text: `Ada N${at}`, type: 'person' }),
    );
    const started = performance.now();
    groupMentions(' '.repeat(100_000), mentions);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
