import { describe, expect, it } from 'vitest';
import { type Frame, frameText, type Run } from '../../../lib/claims/frame';
import { NOUN_TABLE, VERB_TABLE } from '../../../lib/claims/inflect';
import { modalityOf, modalityOfWords } from '../../../lib/claims/modality';
import {
  antecedentOf,
  canSpeak,
  phraseAfter,
  phraseBefore,
  verbGroupStart,
} from '../../../lib/claims/noun-phrases';
import { isNegated, kindOf, nounOfCue } from '../../../lib/claims/traits';
import { blocksOf } from '../../../lib/text/blocks';

const frameOf = (text: string): Frame => frameText(text, blocksOf(text));
const at = (frame: Frame, word: string): number => frame.tokens.findIndex((token) => token.text === word);
const all = (frame: Frame): Run => ({ first: 0, last: frame.tokens.length });
const one = (frame: Frame, word: string): Run => ({ first: at(frame, word), last: at(frame, word) + 1 });

function textOf(frame: Frame, run: Run | null): string | null {
  return run && frame.text.slice(frame.tokens[run.first]!.start, frame.tokens[run.last - 1]!.end);
}

describe('the cue tables', () => {
  it.each([
    ['says', 'say', 'third'],
    ['told', 'tell', 'past'],
    ['written', 'write', 'participle'],
    ['denies', 'deny', 'third'],
    ['denied', 'deny', 'past'],
    ['planning', 'plan', 'ing'],
    ['praised', 'praise', 'past'],
    ['pledging', 'pledge', 'ing'],
    ['stresses', 'stress', 'third'],
  ])('know the form %s', (word, base, form) => {
    expect(VERB_TABLE.get(word)).toMatchObject({ base, form });
  });

  it('know the plural of a noun', () => {
    expect(NOUN_TABLE.get('accusations')).toBe('accusation');
    expect(NOUN_TABLE.get('testimonies')).toBe('assertion');
  });

  it('let a verb take its content in more than one way', () => {
    expect(VERB_TABLE.get('called')!.frames.map(({ frame }) => frame)).toEqual(['do', 'as']);
  });
});

describe('noun phrases', () => {
  it.each([
    ['The mayor of Norland said so.', 'said', 'The mayor of Norland'],
    ['Mira Tovan and Osk Belan said so.', 'said', 'Mira Tovan and Osk Belan'],
    ['It rained, and the mayor said so.', 'said', 'the mayor'],
    ['The port, which closed, matters; officials said so.', 'said', 'officials'],
    ['Osk Belan, a friend of the mayor, said so.', 'said', 'Osk Belan, a friend of the mayor,'],
    ['The mayor on Monday said so.', 'said', 'The mayor'],
  ])('end before the verb: %s', (text, verb, expected) => {
    const frame = frameOf(text);
    expect(textOf(frame, phraseBefore(frame, at(frame, verb), 0))).toBe(expected);
  });

  it('begin after the verb and stop at the next clause', () => {
    const frame = frameOf('so said Mira Tovan of the union when it rained');
    expect(textOf(frame, phraseAfter(frame, 2, frame.tokens.length))).toBe('Mira Tovan of the union');
  });

  it('begin the verb group with its helpers', () => {
    const frame = frameOf('She has not publicly said so');
    expect(verbGroupStart(frame, at(frame, 'said'), 0)).toBe(1);
  });

  it('find the name that “who” points back to, past its apposition', () => {
    const frame = frameOf('Osk Belan, a former envoy to Norland, who said so');
    expect(textOf(frame, antecedentOf(frame, at(frame, 'who'), 0))).toBe(
      'Osk Belan, a former envoy to Norland',
    );
  });

  it.each([
    ['the mayor', true],
    ['they', true],
    ['some residents', true],
    ['Osk Belan', true],
    ['the low turnout', false],
    ['it', false],
    ['Additionally', false],
  ])('can speak or not: %s', (text, expected) => {
    const frame = frameOf(text);
    expect(canSpeak(frame, all(frame), new Uint8Array(frame.tokens.length))).toBe(expected);
  });

  it('can speak where the actor engine found an actor', () => {
    const frame = frameOf('the axis');
    expect(canSpeak(frame, all(frame), new Uint8Array(frame.tokens.length).fill(1))).toBe(true);
  });
});

describe('traits of a claim', () => {
  it('tells a noun as the cue from a verb', () => {
    const frame = frameOf('The accusation that Norland lied angered her.');
    const cue = one(frame, 'accusation');
    expect(nounOfCue(frame, cue)).toBe('accusation');
    expect(modalityOf(frame, cue, [])).toBe('accusation');
    expect(kindOf(frame, { source: null, cue, content: [one(frame, 'lied')], score: 1, why: [] })).toBe(
      'nominal',
    );
  });

  it.each([
    ['called for a vote', 'called', 'proposal'],
    ['called the vote a farce', 'called', 'evaluation'],
    ['warned of war', 'warned', 'prediction'],
    ['denied it', 'denied', 'assertion'],
    ['wants a vote', 'wants', 'proposal'],
    ['wants to know more', 'wants', 'assertion'],
    ['asked for a vote', 'asked', 'proposal'],
    ['warned against a vote', 'warned', 'proposal'],
    ['thanked the mayor', 'thanked', 'evaluation'],
    ['agreed to a vote', 'agreed', 'commitment'],
    ['vowed to stay', 'vowed', 'commitment'],
    ['would prefer a vote', 'prefer', 'proposal'],
    ['cautioned against a vote', 'cautioned', 'proposal'],
    ['cautioned that votes differ', 'cautioned', 'assertion'],
  ])('reads the modality of a cue: %s', (text, cue, modality) => {
    const frame = frameOf(text);
    expect(modalityOf(frame, one(frame, cue), [])).toBe(modality);
  });

  it('tells a verb behind its speaker from the noun that is written the same', () => {
    const verb = frameOf('Critics fear a closure.');
    const noun = frameOf('Tovan’s fear of a closure grew.');
    const kind = (frame: Frame, source: Run) =>
      kindOf(frame, {
        source,
        cue: one(frame, 'fear'),
        content: [one(frame, 'closure')],
        score: 1,
        why: [],
      });
    expect(kind(verb, one(verb, 'Critics'))).toBe('indirect');
    expect(kind(noun, { first: 0, last: at(noun, 'fear') })).toBe('nominal');
  });

  it.each([
    ['The union rejected it.', 'nominal'],
    ['The union denied all eleven charges.', 'nominal'],
    ['The union acknowledged the worry.', 'nominal'],
    ['The union likes it.', 'indirect'],
    ['The union rejected the port.', 'indirect'],
    ['The union denied that the port had closed.', 'indirect'],
  ])('takes what is only named for nominal: %s', (text, kind) => {
    const frame = frameOf(text);
    const content = [{ first: 3, last: frame.tokens.length - 1 }];
    const cue = { first: 2, last: 3 };
    expect(kindOf(frame, { source: { first: 0, last: 2 }, cue, content, score: 1, why: [] })).toBe(kind);
  });

  it('takes how something is to somebody for a judgement', () => {
    const judges = frameOf('For the smaller parties the bill is a gift.');
    expect(modalityOf(judges, one(judges, 'For'), [{ first: 4, last: 9 }])).toBe('evaluation');
    const explains = frameOf('For the ministry canals explain most of the fall.');
    expect(modalityOf(explains, one(explains, 'For'), [{ first: 3, last: 9 }])).toBe('assertion');
  });

  it('takes a question for no proposal, and what is not to be said for a refusal', () => {
    const asks = frameOf('asked why the port closed');
    expect(modalityOf(asks, one(asks, 'asked'), [{ first: 1, last: 5 }])).toBe('assertion');
    const directs = frameOf('asked Norland to open the port');
    expect(modalityOf(directs, one(directs, 'asked'), [{ first: 1, last: 6 }])).toBe('proposal');
    const silent = frameOf('would not comment on the port');
    expect(modalityOf(silent, { first: 0, last: 4 }, [{ first: 4, last: 6 }])).toBe('refusal');
    const retold = frameOf('said the port would close');
    expect(modalityOf(retold, one(retold, 'said'), [{ first: 1, last: 5 }])).toBe('prediction');
  });

  it.each([
    ['We should leave now.', 'proposal'],
    ['She must have known.', 'assertion'],
    ['You will have been told that this is new.', 'assertion'],
    ['I think it would be remarkable.', 'assertion'],
    ['We will build the bridge.', 'commitment'],
    ['Prices will rise.', 'prediction'],
    ['The minister is corrupt.', 'accusation'],
    ['The bridge is old.', 'assertion'],
  ])('reads the modality of the words themselves: %s', (text, modality) => {
    const frame = frameOf(text);
    expect(modalityOfWords(frame, [all(frame)])).toBe(modality);
  });

  it('looks for the negation in the main clause only', () => {
    const plain = frameOf('the port is open, which is not new');
    const negated = frameOf('the port is not open');
    expect(isNegated(plain, null, [all(plain)])).toBe(false);
    expect(isNegated(negated, null, [all(negated)])).toBe(true);
    const condition = frameOf('to block the port if they do not pay');
    expect(isNegated(condition, null, [all(condition)])).toBe(false);
    const empty = frameOf('the port had no ships');
    expect(isNegated(empty, null, [all(empty)])).toBe(false);
  });

  it('takes a denial for a negation', () => {
    const frame = frameOf('denied that the port had closed');
    expect(isNegated(frame, one(frame, 'denied'), [{ first: 1, last: 6 }])).toBe(true);
  });

  it('takes a rejected charge for a negation, not a rejected offer', () => {
    const charge = frameOf('rejected the charge');
    expect(isNegated(charge, one(charge, 'rejected'), [{ first: 1, last: 3 }])).toBe(true);
    const offer = frameOf('rejected the offer');
    expect(isNegated(offer, one(offer, 'rejected'), [{ first: 1, last: 3 }])).toBe(false);
  });

  it('leaves a negation alone that ends with a comma before the cue', () => {
    const frame = frameOf('A clerk who was not involved, praised the port');
    expect(isNegated(frame, one(frame, 'praised'), [{ first: 8, last: 10 }])).toBe(false);
  });
});

describe('frameText', () => {
  it('puts every token in a sentence, a paragraph and, where there is one, a quotation', () => {
    const frame = frameOf('“Go,” she said. It rained.\nIt stopped.');
    expect(frame.paragraphs).toHaveLength(2);
    expect([...frame.sentence].at(-1)).toBe(2);
    expect(frame.quote[at(frame, 'Go')]).toBe(0);
    expect(frame.mark[0]).toBe(1);
    expect(frame.quote[at(frame, 'said')]).toBe(-1);
  });

  it('falls back to lines where the blocks do not fit the text', () => {
    const text = 'One line.\nAnother.';
    expect(frameText(text, [{ kind: 'paragraph', start: 5, end: 99 }]).paragraphs).toHaveLength(2);
  });
});
