import { describe, expect, it } from 'vitest';
import { attribute } from '../../../lib/claims/attribute';
import { formulaAttributions } from '../../../lib/claims/formulas';
import type { Frame, Run } from '../../../lib/claims/frame';
import { frameOf } from './framed';

const words = ({ text, tokens }: Frame, { first, last }: Run): string =>
  text.slice(tokens[first]!.start, tokens[last - 1]!.end);

function said(text: string): string[] {
  const frame = frameOf(text);
  return formulaAttributions(frame, new Uint8Array(frame.tokens.length)).map(
    ({ source, content }) =>
      `${source ? words(frame, source) : '–'}: ${content.map((run) => words(frame, run)).join(' … ')}`,
  );
}

/** What rules alone make of a text: speaker, cue and content. */
function read(text: string): string[] {
  const frame = frameOf(text);
  return attribute(frame, new Uint8Array(frame.tokens.length), null).map(
    ({ source, cue, content }) =>
      `${source ? words(frame, source) : '–'} / ${cue ? words(frame, cue) : '–'} / ${content.map((run) => words(frame, run)).join(' … ')}`,
  );
}

describe('turns of phrase', () => {
  it('tell whose view a sentence is', () => {
    expect(said('In their judgement the dam is safe.')).toEqual(['their: the dam is safe']);
    expect(said('It was, in the engineers’ words, “a safe dam”.')).toEqual(['the engineers: “a safe dam”']);
    expect(said('The law, in the view of most lawyers, changes nothing.')).toEqual([
      'most lawyers: The law … changes nothing',
    ]);
    expect(said('It was, in the words of its director, “overdue bookkeeping”.')).toEqual([
      'its director: “overdue bookkeeping”',
    ]);
  });

  it('do not take every “in” for a view', () => {
    expect(said('They had tears in their eyes when it ended.')).toEqual([]);
    expect(said('In other words, the plan is dead.')).toEqual([]);
    expect(said('He trusted in her judgement and left.')).toEqual([]);
  });

  it('tell how somebody puts it', () => {
    expect(said('The port, as the mayor put it, “sleeps”.')).toEqual(['the mayor: “sleeps”']);
    expect(said('“My knees say go,” is how the teacher puts it.')).toEqual([
      'the teacher: “My knees say go,”',
    ]);
    expect(said('She put it on the table.')).toEqual([]);
  });

  it('tell who speaks of what and reads what as what', () => {
    expect(said('The unions speak of theft, and nobody listens.')).toEqual(['The unions: theft']);
    expect(said('Her critics read the sentence as a retreat.')).toEqual([
      'Her critics: the sentence as a retreat',
    ]);
    expect(said('It was too early for one to speak of peace.')).toEqual([]);
    expect(said('Nobody could speak of peace.')).toEqual([]);
  });

  it('take a sentence whole that its speaker interrupts', () => {
    expect(said('That figure, the minister joked, was the only good news of the week.')).toEqual([
      'the minister: That figure … was the only good news of the week',
    ]);
    expect(said('In May, the minister said, the port would close.')).toEqual([]);
    expect(said('Born in the United States, he left.')).toEqual([]);
  });

  it('give the words behind a colon to whose verdict they are', () => {
    expect(said('The verdict of the press: too late.')).toEqual(['the press: too late']);
    expect(said('His answer came the same evening: never again.')).toEqual(['His: never again']);
    expect(said('The answer: a boy.')).toEqual([]);
    expect(said('The ministry is using the visit to send a message to the unions: it can wait.')).toEqual([
      'The ministry: it can wait',
    ]);
  });
});

describe('speakers who share a verb', () => {
  it('each say their part', () => {
    expect(read('Critics called it a gift, her colleague a trap.')).toEqual([
      'Critics / called / it a gift',
      'her colleague / called / a trap',
    ]);
    expect(read('The ministry speaks of order, the opposition of fear.')).toEqual([
      'The ministry / speaks of / order',
      'the opposition / speaks of / fear',
    ]);
  });

  it('are told from a list and from what stands beside a name', () => {
    expect(read('Critics called the mayor, her rival, a danger.')).toEqual(['Critics / called / the mayor']);
    expect(read('Analysts expect a rate of eleven by spring, their colleagues one of twelve.')).toEqual([
      'Analysts / expect / a rate of eleven by spring',
      'their colleagues / expect / one of twelve',
    ]);
  });

  it('are not seen where a verb of their own follows', () => {
    expect(read('Critics called it a gift, her colleague was a guest.')).toEqual([
      'Critics / called / it a gift',
    ]);
  });
});

describe('a paragraph that ends with a colon', () => {
  it('introduces the quotation below it, whoever stands first', () => {
    expect(read('Stated the minister:\n“The port will close before the end of winter.”')).toEqual([
      'the minister / Stated / “The port will close before the end of winter.”',
    ]);
    expect(
      read(
        'President Tovan released the following statement:\n“The port will close before the end of winter.”',
      ),
    ).toEqual([
      'President Tovan / released the following statement / “The port will close before the end of winter.”',
    ]);
  });

  it('introduces a paragraph without quotation marks only right behind a verb of speech', () => {
    expect(read('The minister wrote:\nThe port will close before the end of winter.')).toEqual([
      'The minister / wrote / The port will close before the end of winter.',
    ]);
    expect(read('The minister named the following towns:\nTarrow and Brell and Kesten and Leiden.')).toEqual(
      [],
    );
  });
});
