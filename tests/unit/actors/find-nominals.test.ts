import { describe, expect, it } from 'vitest';
import { findNominals } from '../../../lib/actors/find-nominals';
import { readText } from '../../../lib/actors/reading';

const nominals = (text: string): string[] =>
  findNominals(readText(text), () => false).map((mention) => `${mention.text}: ${mention.type}`);

describe('unnamed speakers', () => {
  it('are groups that say something', () => {
    expect(nominals('At noon participants proposed a fund. Local officials also warned of floods.')).toEqual([
      'participants: people',
      'Local officials: people',
    ]);
  });

  it('are single speakers with their article', () => {
    expect(nominals('The mayor denied it, and a senior official said nothing of it.')).toEqual([
      'The mayor: person',
      'a senior official: person',
    ]);
  });

  it('follow "according to"', () => {
    expect(nominals('It rained, according to residents.')).toEqual(['residents: people']);
  });

  it('are media and governments under their own type', () => {
    expect(
      nominals('But media reports suggest otherwise. The government insists. State television reported it.'),
    ).toEqual(['media reports: media', 'The government: state', 'State television: media']);
  });

  it('are reports of the news, and those who are in the know', () => {
    expect(nominals('News reports suggest otherwise. Security sources said so.')).toEqual([
      'News reports: media',
      'Security sources: people',
    ]);
  });

  it('are nobody where no one speaks', () => {
    expect(
      nominals('No group claimed it. No officials said why. Teachers whose students said so left.'),
    ).toEqual(['students: people']);
  });

  it('are not those of whom something is merely said', () => {
    expect(
      nominals('The storm injured participants and the mayor. Officials in blue coats walked by.'),
    ).toEqual([]);
  });

  it('leave words to a name beside them', () => {
    const reading = readText('The mayor Lena Varro said no.');
    expect(findNominals(reading, (token) => token === 2 || token === 3)).toEqual([]);
  });
});
