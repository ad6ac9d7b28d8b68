import { describe, expect, it } from 'vitest';
import { isSmallWord, withoutDay, withoutLooseEnds, withoutLooseWords } from '../../../lib/claims/edges';
import type { Frame, Run } from '../../../lib/claims/frame';
import { withoutListener } from '../../../lib/claims/listeners';
import { frameOf, run } from './framed';

function words(frame: Frame, content: readonly Run[]): string[] {
  return content.map(({ first, last }) =>
    frame.text.slice(frame.tokens[first]!.start, frame.tokens[last - 1]!.end),
  );
}

function edgesOf(text: string, ...pieces: string[]): string[] {
  const frame = frameOf(text);
  return words(
    frame,
    withoutLooseEnds(
      frame,
      pieces.map((piece) => run(frame, piece)),
      null,
    ),
  );
}

function edgesBehind(text: string, cue: string, content: string): string[] {
  const frame = frameOf(text);
  return words(frame, withoutLooseEnds(frame, [run(frame, content)], run(frame, cue)));
}

function heard(text: string, cue: string, content: string): string[] {
  const frame = frameOf(text);
  return words(frame, withoutListener(frame, run(frame, cue), [run(frame, content)]));
}

describe('the edges of a cue', () => {
  const cueOf = (text: string, cue: string): string[] => {
    const frame = frameOf(text);
    return words(frame, [withoutDay(frame, run(frame, cue))]);
  };

  it('do not reach into the day on which it was said', () => {
    expect(cueOf('She conceded on Friday that it sank.', 'conceded on')).toEqual(['conceded']);
    expect(cueOf('They insist on calm.', 'insist on')).toEqual(['insist on']);
    expect(cueOf('It happened on Friday, she said.', 'on')).toEqual(['on']);
  });
});

describe('the edges of content', () => {
  it('do not end with a conjunction or a comma', () => {
    expect(
      edgesOf('They fear that the ferry stops and, says Tovan, that it sinks.', 'that the ferry stops and,'),
    ).toEqual(['that the ferry stops']);
  });

  it('leave out what the writer remarks on a quotation', () => {
    const text = 'A note calls the paper “manageable”, which is the word for bad news.';
    expect(edgesOf(text, 'the paper “manageable”, which is the word for bad news')).toEqual([
      'the paper “manageable”',
    ]);
    const inside = 'She praised “a law,” which nobody reads.';
    expect(edgesOf(inside, '“a law,” which nobody reads')).toEqual(['“a law,”']);
  });

  it('end where the speaker goes on to the next deed in the same form', () => {
    const text = 'Calling the bill a trap and demanding a vote, they left.';
    expect(edgesBehind(text, 'Calling', 'the bill a trap and demanding a vote')).toEqual(['the bill a trap']);
    const told = 'Tovan said the port would close, and promised help.';
    expect(edgesBehind(told, 'said', 'the port would close, and promised help')).toEqual([
      'the port would close',
    ]);
    const same = 'Tovan said the port closed and promised help.';
    expect(edgesBehind(same, 'said', 'the port closed and promised help')).toEqual([
      'the port closed and promised help',
    ]);
  });

  it('leave out the main clause behind a statement that is its subject', () => {
    const ends = (text: string, cue: string, content: string, expected: string): void =>
      expect(edgesBehind(text, cue, content)).toEqual([expected]);
    ends(
      'His claim that the dam is safe convinced nobody.',
      'claim',
      'that the dam is safe convinced nobody',
      'that the dam is safe',
    );
    ends(
      'The demand that the fees be dropped grows louder.',
      'demand',
      'that the fees be dropped grows louder',
      'that the fees be dropped',
    );
    ends(
      'The promise to lower taxes is worth little.',
      'promise',
      'to lower taxes is worth little',
      'to lower taxes',
    );
    const whole = 'that those who left early were paid';
    ends(`The report that those who left early were paid.`, 'report', whole, whole);
    const object = 'that the dam is safe and was built well';
    ends(`She repeated her claim ${object}.`, 'claim', object, object);
  });

  it('leave a conjunction between two pieces where it is', () => {
    expect(edgesOf('It was cheap and, she said, quick.', 'It was cheap and', 'quick')).toEqual([
      'It was cheap and',
      'quick',
    ]);
  });

  it('end with a quotation where the speaker then does something else', () => {
    const text = 'Her office promised that “nothing is decided” and thanked the hosts.';
    expect(edgesOf(text, 'that “nothing is decided” and thanked the hosts')).toEqual([
      'that “nothing is decided”',
    ]);
  });

  it('go on behind a quotation that is a part of what is said', () => {
    const text = 'Tovan said they agreed “in principle” and rejected it in practice.';
    expect(edgesOf(text, 'they agreed “in principle” and rejected it in practice')).toEqual([
      'they agreed “in principle” and rejected it in practice',
    ]);
  });

  it('do not begin with a conjunction amid a sentence', () => {
    expect(
      edgesOf('One man stopped and “everybody held his breath”.', 'and “everybody held his breath”'),
    ).toEqual(['“everybody held his breath”']);
    expect(edgesOf('It rained. And the ferry is late, he said.', 'And the ferry is late')).toEqual([
      'And the ferry is late',
    ]);
  });

  it('begin behind the place that a report is sent from', () => {
    const text = 'PORT AMSEL, Nov. 12 (Agency) – The pilots sail again, officials said.';
    expect(edgesOf(text, 'PORT AMSEL, Nov. 12 (Agency) – The pilots sail again')).toEqual([
      'The pilots sail again',
    ]);
  });

  it('leave a token of whatever they are given', () => {
    expect(edgesOf('He said and.', 'and')).toEqual(['and']);
    expect(edgesOf('OK – so', 'OK –')).toEqual(['OK']);
  });
});

describe('the words of a speaker', () => {
  const speaker = (text: string, source: string, cue: string): string => {
    const frame = frameOf(text);
    return words(frame, [withoutLooseWords(frame, run(frame, source), run(frame, cue))])[0]!;
  };

  it('end before the comma', () => {
    expect(speaker('Mira Tovan, the envoy, said no.', 'Mira Tovan, the envoy,', 'said')).toBe(
      'Mira Tovan, the envoy',
    );
  });

  it('are the subject beside the verb, not the phrase in front of it', () => {
    const text = 'In a letter to friends seen here he insists it opens.';
    expect(speaker(text, 'friends seen here he', 'insists')).toBe('he');
    expect(speaker('Tovan and he insist on it.', 'Tovan and he', 'insist')).toBe('Tovan and he');
  });

  it('end before a relative clause that is left out', () => {
    const text = 'Old Mrs Tovan, who has lived here for years, says no.';
    expect(speaker(text, 'Old Mrs Tovan, who', 'says')).toBe('Old Mrs Tovan');
    expect(speaker('Officials who asked not to be named said no.', 'Officials who', 'said')).toBe(
      'Officials',
    );
  });

  it('do not begin with how it was said', () => {
    expect(speaker('Privately several members agree.', 'Privately several members', 'agree')).toBe(
      'several members',
    );
  });

  it('said nothing where nothing but a small word is left', () => {
    const frame = frameOf('A canal nobody asked for');
    expect(isSmallWord(frame, [run(frame, 'for')])).toBe(true);
    expect(isSmallWord(frame, [run(frame, 'canal')])).toBe(false);
  });
});

describe('those who are told', () => {
  it('are no part of what they are told', () => {
    expect(
      heard('Tovan told the board that the bridge is sound.', 'told', 'the board that the bridge is sound'),
    ).toEqual(['that the bridge is sound']);
    expect(heard('Doctors told him he was lucky.', 'told', 'him he was lucky')).toEqual(['he was lucky']);
    expect(heard('She asked the mayor what it cost.', 'asked', 'the mayor what it cost')).toEqual([
      'what it cost',
    ]);
  });

  it('belong to what is asked where they are to do it', () => {
    expect(heard('Tovan asked the navy to leave.', 'asked', 'the navy to leave')).toEqual([
      'the navy to leave',
    ]);
    expect(heard('Tovan asked him to leave.', 'asked', 'him to leave')).toEqual(['him to leave']);
  });

  it('are not looked for where nothing tells them from what is said', () => {
    expect(heard('He warned of a wave that drowns.', 'warned', 'of a wave that drowns')).toEqual([
      'of a wave that drowns',
    ]);
    expect(
      heard('Tovan told the board turnover had dropped.', 'told', 'the board turnover had dropped'),
    ).toEqual(['the board turnover had dropped']);
  });
});
