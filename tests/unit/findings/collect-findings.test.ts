import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadActorModel } from '../../../lib/actors/actor-model';
import { actorKey } from '../../../lib/analysis/actor-key';
import { loadClaimModel } from '../../../lib/claims/claim-model';
import { claimId, claimOfId } from '../../../lib/findings/claim-id';
import { findingsIn, joinFindings } from '../../../lib/findings/collect-findings';
import { blocksOf } from '../../../lib/text/blocks';
import { piecesOf } from '../../../lib/text/pieces';

const TEXT = [
  'The port of Tarvia will stay closed, Harbour Minister Ana Okoye said on Monday.',
  '“We were not warned,” said Ben Sato, who leads the Dockers Union.',
  'Sato accused Okoye of hiding the report, and the minister said that nothing had been hidden.',
].join('\n');

const models = {
  actors: loadActorModel(new Uint8Array(readFileSync('assets/models/actors.bin'))),
  claims: loadClaimModel(new Uint8Array(readFileSync('assets/models/claims.bin'))),
};

describe('the findings of an article', () => {
  it('are its named actors and its sure claims, with what each says and what is said about it', () => {
    const [piece] = piecesOf(TEXT, blocksOf(TEXT));
    const { actors, claims } = joinFindings([findingsIn(piece!, models, [])]);
    const okoye = actors.find(({ key }) => key.endsWith('okoye'));
    expect(okoye).toMatchObject({ type: 'person' });
    expect(okoye!.said).toBeGreaterThan(0);
    const warned = claims.find(({ content }) => content.includes('not warned'));
    expect(warned).toMatchObject({
      speaker: 'ben sato',
      cue: 'said',
      source: 'Ben Sato, who leads the Dockers Union',
    });
    expect(claims.map(({ n }) => n)).toEqual(claims.map((_, at) => at));
    expect(actors.some(({ name }) => name === 'the minister')).toBe(false);
  });

  it('count what stands in the lists', () => {
    const [piece] = piecesOf(TEXT, blocksOf(TEXT));
    const { actors, claims } = findingsIn(piece!, models, []);
    for (const { key, said, about } of actors) {
      expect(said).toBe(claims.filter(({ speaker }) => speaker === key).length);
      expect(about).toBe(claims.filter((claim) => claim.about.includes(key)).length);
    }
  });

  it('follow what the reader taught', () => {
    const [piece] = piecesOf(TEXT, blocksOf(TEXT));
    const word = { surface: 'Dockers Union', action: 'not-an-actor' as const, scope: 'everywhere' as const };
    const taught = [{ ...word, author: '', created: '' }];
    const { actors } = findingsIn(piece!, models, taught);
    expect(actors.map(({ key }) => key)).not.toContain('dockers union');
    expect(findingsIn(piece!, models, []).actors.map(({ key }) => key)).toContain('dockers union');
  });

  it('of a text in pieces point into the whole text', () => {
    const long = Array.from({ length: 8 }, () => TEXT).join('\n');
    const pieces = piecesOf(long, blocksOf(long), 600);
    expect(pieces.length).toBeGreaterThan(2);
    const { actors, claims } = joinFindings(pieces.map((piece) => findingsIn(piece, models, [])));
    expect(new Set(actors.map(({ key }) => key)).size).toBe(actors.length);
    const quoted = claims.filter(({ content }) => content.includes('not warned'));
    expect(quoted.length).toBeGreaterThanOrEqual(6);
    for (const { start, end } of quoted) expect(long.slice(start, end)).toContain('not warned');
  });

  it('leave out no block and cut none, however the text is cut', () => {
    const lines = fc.array(fc.string({ minLength: 1, maxLength: 30 }), { maxLength: 12 });
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 80 }), (parts, most) => {
        const text = parts.join('\n');
        const blocks = blocksOf(text);
        const seen = piecesOf(text, blocks, most).flatMap((piece) =>
          piece.blocks.map(({ start, end }) => piece.text.slice(start, end)),
        );
        const own = piecesOf(text, blocks, most);
        for (const piece of own) expect(piece.text.length <= most || piece.blocks.length === 1).toBe(true);
        expect(seen).toEqual(blocks.map(({ start, end }) => text.slice(start, end)));
      }),
    );
  });
});

describe('the key of an actor', () => {
  it('is one for a name however it is written', () => {
    for (const name of ['The U.N.', 'UN', 'the UN', 'un']) expect(actorKey(name)).toBe('un');
    expect(actorKey('José  Ángel-Ruiz')).toBe('jose angel ruiz');
    expect(actorKey('O’Brien')).toBe(actorKey("O'Brien"));
    expect(actorKey('The The')).toBe('the');
    expect(actorKey('Ваня')).toBe('ваня');
    expect(actorKey('—')).toBe('');
    expect(actorKey('x'.repeat(3000)).length).toBeLessThanOrEqual(200);
  });
});

describe('the id of a claim', () => {
  it('comes back as place and article, and is nothing where it is none', () => {
    const claim = { article: 'https://news.example/a b?c=1', n: 12 };
    expect(claimOfId(claimId(claim))).toEqual(claim);
    for (const id of ['', 'x', '12', '12 ', '-1 a']) expect(claimOfId(id)).toBeNull();
  });
});
