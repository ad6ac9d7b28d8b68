import { describe, expect, it } from 'vitest';
import { findClaims } from '../../../lib/claims/find-claims';
import { blocksOf } from '../../../lib/text/blocks';
import { actorsIn } from './sample-actors';

/** “speaker: what was said” for each claim that a label attributes. */
function labelled(text: string, names: readonly string[] = []): string[] {
  const actors = actorsIn(
    text,
    names.map((name) => ['person', name] as const),
  );
  return findClaims(text, blocksOf(text), actors, null)
    .filter(({ why }) => why.includes('speaker-label'))
    .map(({ source, start, end }) => `${text.slice(source!.start, source!.end)}: ${text.slice(start, end)}`);
}

describe('a transcript', () => {
  it('gives each paragraph to the speaker in capitals that it begins with', () => {
    const text = [
      'The interview was recorded on Friday.',
      'MARTA OKOYE: We will not sign this. The terms are a joke.',
      'REPORTER: What would you need?',
      'MARTA OKOYE: A clear date.',
    ].join('\n');
    expect(labelled(text)).toEqual([
      'MARTA OKOYE: We will not sign this. The terms are a joke.',
      'REPORTER: What would you need?',
      'MARTA OKOYE: A clear date.',
    ]);
  });

  it('knows speakers in small letters by the actors of the text', () => {
    const text = 'Tovan: The port stays open.\nOkoye: Since when?\nTovan: Since Monday.';
    expect(labelled(text, ['Tovan', 'Okoye'])).toHaveLength(3);
    expect(labelled(text)).toEqual([]);
  });

  it('may open each paragraph with a quotation mark that never closes', () => {
    const text = '"OKOYE: Did you lie to them?\n"TOVAN: I did not.\n"OKOYE: Thank you.';
    expect(labelled(text)).toHaveLength(3);
  });

  it('is not a list of headings, of questions, or a single line with a colon', () => {
    expect(labelled('PARKING: Free.\nENTRY: Ten crowns.\nHOURS: Nine to five.')).toEqual([]);
    expect(labelled('Q: Will you go?\nA: No.\nQ: Why?\nA: I am tired.')).toEqual([]);
    expect(labelled('TOVAN: PORT WILL CLOSE\nThe mayor spoke on Monday.')).toEqual([]);
  });
});
