import { describe, expect, it } from 'vitest';
import { frameText } from '../../../lib/claims/frame';
import { speakerMentions } from '../../../lib/claims/link-actors';
import { speakersOf } from '../../../lib/claims/speakers';
import type { ActorType } from '../../../lib/model/actor';
import { blocksOf } from '../../../lib/text/blocks';
import { actorsIn } from './sample-actors';

type Named = readonly (readonly [ActorType, ...string[]])[];

const TOVAN: Named[number] = ['person', 'Mira Tovan', 'Tovan'];
const BELAN: Named[number] = ['person', 'Osk Belan', 'Belan'];
const HARBOUR: Named[number] = ['organisation', 'Harbour Works'];

/** Who speaks in a text whose sources stand between ⟦ and ⟧, and whose contents, if any, between ⟪ and ⟫. */
function speakersIn(marked: string, named: Named): (string | null)[] {
  const sources: [number, number][] = [];
  const contents: [number, number][] = [];
  const open: Record<string, number> = {};
  let text = '';
  for (const sign of marked) {
    if (sign === '⟦' || sign === '⟪') open[sign] = text.length;
    else if (sign === '⟧') sources.push([open['⟦']!, text.length]);
    else if (sign === '⟫') contents.push([open['⟪']!, text.length]);
    else text += sign;
  }
  const frame = frameText(text, blocksOf(text));
  const runOf = ([start, end]: [number, number]) => ({
    first: frame.tokens.findIndex((token) => token.start >= start),
    last: frame.tokens.findLastIndex((token) => token.end <= end) + 1,
  });
  const actors = actorsIn(text, named);
  const attributions = sources.map((source, index) => ({
    source: runOf(source),
    cue: null,
    content: contents[index] ? [runOf(contents[index])] : [],
    score: 1,
    why: [],
  }));
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  return speakersOf(frame, attributions, speakerMentions(actors), actors).map(({ source }) =>
    source?.actor ? names.get(source.actor)! : null,
  );
}

const lastIn = (marked: string, named: Named): string | null => speakersIn(marked, named).at(-1)!;

describe('who a pronoun means', () => {
  it('is the one who spoke last, also when that was some paragraphs ago', () => {
    const text = '⟦Mira Tovan⟧ said no.\nIt rained.\nThe port was shut.\n⟦She⟧ said it again.';
    expect(lastIn(text, [TOVAN])).toBe('Mira Tovan');
  });

  it('is the subject rather than whom the sentence also names', () => {
    expect(lastIn('Mira Tovan had met the lawyer of Osk Belan. ⟦She⟧ said no.', [TOVAN, BELAN])).toBe(
      'Mira Tovan',
    );
  });

  it('is nobody of another gender: a title, a noun beside the name', () => {
    const text = 'Ms Tovan waited. Osk Belan, the chairman, was late. ⟦She⟧ said so.';
    expect(lastIn(text, [TOVAN, BELAN])).toBe('Mira Tovan');
    expect(lastIn(text.replace('She', 'He'), [TOVAN, BELAN])).toBe('Osk Belan');
  });

  it('stays open where two are as likely', () => {
    expect(lastIn('In the hall were Tovan and Belan. ⟦They⟧ left. ⟦He⟧ said no.', [TOVAN, BELAN])).toBeNull();
  });

  it('is the unnamed person who has just spoken, not somebody named before', () => {
    expect(
      lastIn('Osk Belan left.\n⟦A fisherman⟧ said it was late. ⟦He⟧ said so twice.', [BELAN]),
    ).toBeNull();
  });

  it('is never a place, and a body for “it”', () => {
    expect(lastIn('Norland lies in the north. ⟦It⟧ denied this.', [['place', 'Norland']])).toBeNull();
    expect(lastIn('⟦Harbour Works⟧ promised pay. ⟦It⟧ denied the rest.', [HARBOUR])).toBe('Harbour Works');
  });

  it('finds nobody where nobody was named', () => {
    expect(lastIn('⟦She⟧ said no. Later Tovan came.', [TOVAN])).toBeNull();
  });
});

describe('who “I” is', () => {
  it('is who speaks the words it stands in', () => {
    const text = '“⟪I think ⟦I⟧ am right⟫,” said ⟦Osk Belan⟧.';
    const frame = speakersIn(text.replace('⟦I⟧', 'I').replace('“⟪', '“⟪⟦I⟧ say '), [BELAN]);
    expect(frame.at(-1)).toBe('Osk Belan');
  });

  it('is the person asked in an interview, and nobody in other texts', () => {
    const asked =
      'Mira Tovan builds ports.\nWhy ports?\n⟦I⟧ say why not.\nAnd ships?\nNo.\nAnd now?\n⟦I⟧ hope to rest.';
    expect(speakersIn(asked, [TOVAN])).toEqual(['Mira Tovan', 'Mira Tovan']);
    expect(speakersIn(asked.replaceAll('?', '.'), [TOVAN])).toEqual([null, null]);
  });
});

describe('who a description means', () => {
  it.each([
    ['Judge Mira Tovan came in. ⟦The judge⟧ said no.', 'Mira Tovan'],
    ['Osk Belan, the harbour master, was there. ⟦The harbour master⟧ said no.', 'Osk Belan'],
    ['The prime minister, Mira Tovan, spoke. ⟦The prime minister⟧ said no.', 'Mira Tovan'],
    ['Superintendent Dr. Osk Belan came. ⟦The superintendent⟧ said no.', 'Osk Belan'],
    ['Harbour Works grows. ⟦The company⟧ said no.', 'Harbour Works'],
  ])('takes up what the text has said of somebody: %s', (text, name) => {
    expect(lastIn(text, [TOVAN, BELAN, HARBOUR])).toBe(name);
  });

  it.each([
    'Finance Minister Mira Tovan came. ⟦The foreign minister⟧ said no.',
    '⟦The judge⟧ said no. Judge Mira Tovan came in later.',
    'Judge Mira Tovan came in. ⟦A judge⟧ said no.',
    'Harbour Works and Northern Dock grow. ⟦The company⟧ said no.',
  ])('finds nobody where it may be another: %s', (text) => {
    expect(lastIn(text, [TOVAN, BELAN, HARBOUR, ['organisation', 'Northern Dock']])).toBeNull();
  });
});

it('reads a text of thousands of claims to its end', () => {
  const paragraph = '⟦Mira Tovan⟧ met Osk Belan. ⟦She⟧ said no. ⟦The judge⟧ said “⟪yes⟫”.\n';
  expect(speakersIn(paragraph.repeat(500), [TOVAN, BELAN])).toHaveLength(1_500);
});

describe('who an unnamed speaker is', () => {
  it('is somebody named with what they are, when a comma parts the two', () => {
    const text =
      'Osk Belan left the room.\nThe leader of the council, Mira Tovan, was careful. It is dear, ⟦she⟧ argued.';
    expect(lastIn(text, [TOVAN, BELAN])).toBe('Mira Tovan');
  });

  it('is nobody’s name where the sentence is about a person without one', () => {
    expect(lastIn('⟦Mira Tovan⟧ warned jurors. One juror left after ⟦she⟧ wept.', [TOVAN])).toBeNull();
    expect(
      lastIn('Osk Belan will vote. Belan’s spokesman was cheerful: ⟦he⟧ had counted.', [BELAN]),
    ).toBeNull();
    expect(lastIn('⟦Osk Belan⟧ said no.\n⟦Her husband⟧ thinks so. ⟦He⟧ left.', [BELAN])).toBeNull();
  });

  it('is a body where a group without a name has spoken', () => {
    expect(lastIn('Harbour Works paid. ⟦The carriers’ group⟧ said no. ⟦It⟧ left.', [HARBOUR])).toBeNull();
  });

  it('is in the first lines the only one named later who is that', () => {
    const text = 'The port may close, ⟦its chairman⟧ warned.\nChairman Osk Belan told the board so.';
    expect(lastIn(text, [BELAN])).toBe('Osk Belan');
    const two = `${text}\nChairman Mira Tovan of the rival line agreed.`;
    expect(lastIn(two, [BELAN, TOVAN])).toBeNull();
  });

  it('is the accused where one person alone stands before the court', () => {
    const padding = 'It rained on the court all day and nobody came. '.repeat(8);
    const text = `${padding}Osk Belan has pleaded not guilty. Mira Tovan saw it. ⟦The accused⟧ said he slept.`;
    expect(lastIn(text, [BELAN, TOVAN])).toBe('Osk Belan');
    const two = text.replace('Mira Tovan saw it', 'Mira Tovan is charged too');
    expect(lastIn(two, [BELAN, TOVAN])).toBeNull();
  });

  it('is not the body of which a member speaks', () => {
    expect(lastIn('⟦A member of the guild, Harbour Works,⟧ said no.', [HARBOUR])).toBeNull();
  });

  it('is whoever a paper is of', () => {
    expect(lastIn('⟦A Harbour Works resolution⟧ condemned it.', [HARBOUR])).toBe('Harbour Works');
  });
});
