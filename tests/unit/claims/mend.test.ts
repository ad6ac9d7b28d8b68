import { describe, expect, it } from 'vitest';
import type { Attribution } from '../../../lib/claims/attribution';
import type { Frame } from '../../../lib/claims/frame';
import { mend } from '../../../lib/claims/mend';
import { isTitleQuote, withOrphans } from '../../../lib/claims/orphan-quotes';
import { frameOf, run } from './framed';

function attribution(frame: Frame, source: string | null, cue: string | null, content: string): Attribution {
  return {
    source: source ? run(frame, source) : null,
    cue: cue ? run(frame, cue) : null,
    content: [run(frame, content)],
    score: 0.9,
    why: [],
  };
}

function contentAfter(frame: Frame, found: Attribution): string[] {
  const named = new Uint8Array(frame.tokens.length);
  return mend(frame, [found], named).flatMap(({ content }) =>
    content.map(({ first, last }) =>
      frame.text.slice(frame.tokens[first]!.start, frame.tokens[last - 1]!.end),
    ),
  );
}

describe('mend', () => {
  it('moves the content to the marks of its quotation', () => {
    const frame = frameOf('Tovan said: “The port will close.”');
    expect(contentAfter(frame, attribution(frame, 'Tovan', 'said', 'The port will close'))).toEqual([
      '“The port will close.”',
    ]);
  });

  it('leaves the full stop of a clause outside', () => {
    const frame = frameOf('Tovan said the port will close.');
    expect(contentAfter(frame, attribution(frame, 'Tovan', 'said', 'the port will close.'))).toEqual([
      'the port will close',
    ]);
  });

  it('ends behind the quotation, and not with the first words of the next sentence', () => {
    const quoted = frameOf('Tovan said "the port will close". By then he was gone.');
    expect(
      contentAfter(quoted, attribution(quoted, 'Tovan', 'said', '"the port will close". By then')),
    ).toEqual(['"the port will close"']);
    const plain = frameOf('Tovan said the port will close. However, nobody came to see it.');
    expect(contentAfter(plain, attribution(plain, 'Tovan', 'said', 'the port will close. However'))).toEqual([
      'the port will close',
    ]);
  });

  it('does not begin with the mark that closes the quotation before', () => {
    const frame = frameOf('“It will close.” Like most ports, “it will wait,” Tovan said.');
    const found = attribution(frame, 'Tovan', 'said', '” Like most ports, “it will wait,”');
    expect(contentAfter(frame, found)).toEqual(['Like most ports, “it will wait,”']);
  });

  it('keeps what a quotation shares a sentence with', () => {
    const inFront = frameOf('The mayor, an aide said, “is confident of the vote”.');
    const first = attribution(inFront, 'an aide', 'said', 'The mayor');
    const quoted = run(inFront, '“is confident of the vote”');
    expect(contentAfter(inFront, { ...first, content: [...first.content, quoted] })).toEqual([
      'The mayor',
      '“is confident of the vote”',
    ]);
    const behind = frameOf('“Only you,” she said, would thank the judge.');
    const second = attribution(behind, 'she', 'said', '“Only you,”');
    const rest = run(behind, 'would thank the judge');
    expect(contentAfter(behind, { ...second, content: [...second.content, rest] })).toEqual([
      '“Only you,”',
      'would thank the judge',
    ]);
  });

  it('keeps what was said in the sentence before a quotation', () => {
    const frame = frameOf('The port is no friend, Tovan said. “It is a rival!”');
    const found = attribution(frame, 'Tovan', 'said', 'The port is no friend');
    expect(
      contentAfter(frame, { ...found, content: [...found.content, run(frame, '“It is a rival!”')] }),
    ).toEqual(['The port is no friend', '“It is a rival!”']);
  });

  it('takes what a thing indicates for speech where it is quoted', () => {
    const frame = frameOf('The cable indicated that ten guards are the “minimum” there.');
    const found = attribution(frame, 'The cable', 'indicated', 'that ten guards are the “minimum” there');
    expect(contentAfter(frame, found)).toEqual(['that ten guards are the “minimum” there']);
    const plain = frameOf('The cable indicated that ten guards are too few there.');
    const inferred = attribution(plain, 'The cable', 'indicated', 'that ten guards are too few there');
    expect(contentAfter(plain, inferred)).toEqual([]);
  });

  it('gives a quotation that two hold to the one that holds most of it', () => {
    const frame = frameOf(
      'Asked again, Tovan said, “I am not ruling anybody out.” Remarks by Adan followed.',
    );
    const most = attribution(frame, 'Tovan', 'said', '“I am not ruling anybody');
    const least = attribution(frame, 'Adan', 'Remarks', 'out.”');
    const found = mend(frame, [most, least], new Uint8Array(frame.tokens.length));
    expect(found).toHaveLength(1);
    expect(found[0]!.content).toEqual([run(frame, '“I am not ruling anybody out.”')]);
  });

  it('takes both halves of a sentence that the cue interrupts', () => {
    const frame = frameOf('The young, they propose, learn the way from old females.');
    expect(
      contentAfter(frame, attribution(frame, 'they', 'propose', 'learn the way from old females')),
    ).toEqual(['The young', 'learn the way from old females']);
  });

  it('does not take when it was said for what was said', () => {
    const frame = frameOf('In May, as the talks went on, Tovan said, “The port will close.”');
    const found = attribution(frame, 'Tovan', 'said', '“The port will close.”');
    const circumstances = run(frame, 'In May, as the talks went on');
    expect(contentAfter(frame, { ...found, content: [circumstances, ...found.content] })).toEqual([
      '“The port will close.”',
    ]);
  });

  it('keeps the sentence that goes on behind quotation and cue', () => {
    const frame = frameOf('“It is better,” he added, to pursue another plan.');
    const found = attribution(frame, 'he', 'added', '“It is better,”');
    const rest = run(frame, 'to pursue another plan');
    expect(contentAfter(frame, { ...found, content: [...found.content, rest] })).toEqual([
      '“It is better,”',
      'to pursue another plan',
    ]);
  });

  it('keeps what a thing is quoted with, whatever else it shows', () => {
    const frame = frameOf('“This is your movement,” it now says, showing a montage of faces.');
    const named = new Uint8Array(frame.tokens.length);
    const quoted = attribution(frame, 'it', 'now says', '“This is your movement,”');
    const shown = attribution(frame, 'it', 'showing', 'a montage of faces');
    expect(mend(frame, [quoted, shown], named).map(({ cue }) => cue)).toEqual([quoted.cue]);
  });

  it('leaves out what a thing without a voice indicates', () => {
    const frame = frameOf('The modest turnout of the guests indicates that interest is low.');
    expect(
      contentAfter(
        frame,
        attribution(frame, 'The modest turnout of the guests', 'indicates', 'that interest is low'),
      ),
    ).toEqual([]);
  });

  it('keeps what a report or a group indicates', () => {
    const frame = frameOf('Media reports indicate that interest is low.');
    expect(
      contentAfter(frame, attribution(frame, 'Media reports', 'indicate', 'that interest is low')),
    ).toHaveLength(1);
  });

  it('leaves out what a thing is said to do beside what the writer infers from it', () => {
    const frame = frameOf('The low turnout indicates that interest is low, pointing to a weak union.');
    const found = [
      attribution(frame, 'The low turnout', 'indicates', 'that interest is low'),
      attribution(frame, 'The low turnout', 'pointing to', 'a weak union'),
    ];
    expect(mend(frame, found, new Uint8Array(frame.tokens.length))).toEqual([]);
  });

  it('takes the subject of a passive for what is said, not for who says it', () => {
    const sources = (frame: Frame, found: Attribution) =>
      mend(frame, [found], new Uint8Array(frame.tokens.length)).map(({ source }) => source);
    const expected = frameOf('Tovan is expected to resign in May.');
    const found = attribution(expected, 'Tovan', 'is expected', 'to resign in May');
    expect(sources(expected, found)).toEqual([null]);
    expect(contentAfter(expected, found)).toEqual(['Tovan', 'to resign in May']);
    const asked = frameOf('Tovan was asked who had paid.');
    const question = attribution(asked, 'Tovan', 'was asked', 'who had paid');
    expect(sources(asked, question)).toEqual([null]);
    expect(contentAfter(asked, question)).toEqual(['who had paid']);
    const active = frameOf('Tovan expected the port to close.');
    const belief = attribution(active, 'Tovan', 'expected', 'the port to close');
    expect(sources(active, belief)).toEqual([run(active, 'Tovan')]);
  });

  it('ends with the quotation where the writer begins a sentence of his own', () => {
    const frame = frameOf('Belan: “We sail at dawn.” The port is small.');
    expect(
      contentAfter(frame, attribution(frame, 'Belan', ':', '“We sail at dawn.” The port is small')),
    ).toEqual(['“We sail at dawn.”']);
  });

  it('keeps what is partly quoted after a quotation and its cue', () => {
    const frame = frameOf('“It is done,” she said. It was “a new kind of harbour.”');
    const found = {
      ...attribution(frame, 'she', 'said', '“It is done,”'),
      content: [run(frame, '“It is done,”'), run(frame, 'It was “a new kind of harbour.”')],
    };
    expect(contentAfter(frame, found)).toHaveLength(2);
  });

  it('leaves out a title that no word of speech introduces', () => {
    const frame = frameOf('They met under the title “Towards Open Harbours” in May.');
    expect(contentAfter(frame, attribution(frame, 'They', 'under', '“Towards Open Harbours”'))).toEqual([]);
  });
});

describe('isTitleQuote', () => {
  it.each([
    ['under the title “towards trust and peace,” they met', true],
    ['with the slogan “we are all one” on it', true],
    ['the “harbour process” began', true],
    ['her film “The Long Way Home” won', true],
    ['She said “we are leaving tomorrow.”', false],
    ['She called it “a source of shame and sorrow for all” again', false],
  ])('judges by what stands before and inside: %s', (text, expected) => {
    expect(isTitleQuote(frameOf(text), 0)).toBe(expected);
  });
});

describe('withOrphans', () => {
  const text = 'Tovan said: “The port will close.\n“Nobody will stop it any more, believe me.”\nIt rained.';

  it('joins a quotation that goes on with the claim that it goes on from', () => {
    const frame = frameOf(text);
    const said = attribution(frame, 'Tovan', 'said', '“The port will close.');
    const [claim, ...others] = withOrphans(frame, [said]);
    expect(others).toEqual([]);
    expect(claim!.source).toEqual(run(frame, 'Tovan'));
    expect(claim!.content).toEqual([
      run(frame, '“The port will close.'),
      run(frame, '“Nobody will stop it any more, believe me.”'),
    ]);
    expect(claim!.why).toContain('quote-continues');
  });

  it('ends a claim somewhere where a quotation never ends', () => {
    const frame = frameOf(
      `Tovan said: “The port will close.${'\n“Nobody will stop it any more.'.repeat(100)}`,
    );
    const claims = withOrphans(frame, [attribution(frame, 'Tovan', 'said', '“The port will close.')]);
    expect(claims.length).toBeLessThan(5);
    expect(claims.flatMap(({ content }) => content)).toHaveLength(101);
    for (const { source } of claims) expect(source).toEqual(run(frame, 'Tovan'));
  });

  it('gives a whole sentence in quotation marks to who spoke in the paragraph before', () => {
    const frame = frameOf('Tovan said he was tired.\n“Nobody will stop it any more, believe me.”');
    const [, orphan] = withOrphans(frame, [attribution(frame, 'Tovan', 'said', 'he was tired')]);
    expect(orphan!.source).toEqual(run(frame, 'Tovan'));
    expect(orphan!.cue).toBeNull();
    expect(orphan!.why).toContain('quote-orphan');
  });

  it('gives nobody a quotation when nobody spoke before', () => {
    expect(withOrphans(frameOf('“Nobody will stop it any more, believe me.”'), [])).toEqual([]);
  });

  it('leaves a quotation alone that an attribution covers', () => {
    const frame = frameOf(text);
    const found = [
      attribution(frame, 'Tovan', 'said', 'The port will close'),
      attribution(frame, null, null, 'Nobody will stop it any more'),
    ];
    expect(withOrphans(frame, found)).toEqual(found);
  });
});
