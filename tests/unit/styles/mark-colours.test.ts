import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ACTOR_MARK } from '../../../lib/model/mark-categories';
import { contrast, distance, EYES, linear, oklab, seenBy } from '../../support/colours';

const TOKENS = readFileSync('assets/styles/tokens.css', 'utf8');
const MARKS = readFileSync('entrypoints/marks.css', 'utf8');
const DRAWER = readFileSync('lib/marks/line-drawer.ts', 'utf8');
const FIGURES = readFileSync('lib/charts/svg-file.ts', 'utf8');
const SCHEMES = ['light', 'dark'] as const;
type Scheme = (typeof SCHEMES)[number];

/** The four hues; what is left (media and other) is grey, thin and dashed, and told by that. */
const HUES = ['--person', '--organisation', '--place', '--group'];
const APART = 0.22;
const SEEN = 3;
/** The page's usual ground, and the grounds that our own cards and lists have. */
const GROUNDS: Readonly<Record<Scheme, readonly string[]>> = {
  light: ['#ffffff', token('--paper', 'light'), token('--paper-raised', 'light')],
  dark: ['#121214', token('--paper', 'dark'), token('--paper-raised', 'dark')],
};

function token(name: string, scheme: Scheme): string {
  const found = new RegExp(`${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(TOKENS);
  if (!found) throw new Error(`${name} has no colour`);
  return found[scheme === 'light' ? 1 : 2]!;
}

/** The two ends between which the colour of the text moves a line's colour, as marks.css computes them. */
function movedBetween(highlight: string): readonly [light: string, dark: string] {
  const rule = new RegExp(`::highlight\\(${highlight}\\) \\{\\s*text-decoration-color: rgb\\(([^;]*);`).exec(
    MARKS.slice(MARKS.indexOf('@supports (color: rgb(from')),
  );
  const steps = [...(rule?.[1] ?? '').matchAll(/calc\((\d+) ([+-]) (\d+) \*/g)].map(
    ([, from, sign, by]) => [Number(from), Number(from) + Number(`${sign}${by}`)] as const,
  );
  const hex = (at: 0 | 1) => `#${steps.map((step) => step[at].toString(16).padStart(2, '0')).join('')}`;
  return [hex(0), hex(1)];
}

describe.each(SCHEMES)('the colours of the marks, %s', (scheme) => {
  const pairs = HUES.flatMap((one, at) => HUES.slice(at + 1).map((other) => [one, other] as const));

  it.each(Object.entries(EYES))('are apart for an eye with %s vision or its lack', (_name, eye) => {
    const seen = (name: string) => seenBy(eye, linear(token(name, scheme)));
    const near = pairs
      .map(([one, other]) => ({ one, other, apart: distance(seen(one), seen(other)) }))
      .filter(({ apart }) => apart < APART);
    expect(pairs).toHaveLength(6);
    expect(near).toEqual([]);
  });

  it.each(['--person', '--organisation', '--place', '--group', '--media'])(
    '%s is seen on every ground',
    (name) => {
      const weak = GROUNDS[scheme].filter(
        (ground) => contrast(linear(token(name, scheme)), linear(ground)) < SEEN,
      );
      expect(weak).toEqual([]);
    },
  );

  it('are four hues at most: what is left is grey', () => {
    const [, a, b] = oklab(linear(token('--media', scheme)));
    expect(Math.hypot(a, b)).toBeLessThan(0.03);
    const used = new Set(Object.values(ACTOR_MARK).map(({ colour }) => colour));
    expect([...used].sort()).toEqual([...HUES, '--media'].sort());
  });

  it('are the same on the page, in our own drawing, and in cards and lists', () => {
    for (const { highlight, colour } of Object.values(ACTOR_MARK)) {
      const wanted = SCHEMES.map((each) => token(colour, each));
      const declared = new RegExp(
        `::highlight\\(${highlight}\\) \\{\\s*text-decoration: [^;]*;\\s*text-decoration-color: light-dark\\((#\\w{6}), (#\\w{6})\\)`,
      ).exec(MARKS);
      expect(declared?.slice(1), `${highlight} declared`).toEqual(wanted);
      expect(movedBetween(highlight), `${highlight} computed`).toEqual(wanted);
      const drawn = new RegExp(`${highlight}: \\{[^}]*light: '(#\\w{6})', dark: '(#\\w{6})'`).exec(DRAWER);
      expect(drawn?.slice(1), `${highlight} drawn`).toEqual(wanted);
      expect(FIGURES, `${colour} in figures that are saved`).toContain(`${colour.slice(2)}: '${wanted[0]}'`);
    }
  });
});

describe('the measures', () => {
  it('know black from white, and red from green for those who see both', () => {
    expect(contrast(linear('#000000'), linear('#ffffff'))).toBeCloseTo(21, 5);
    expect(distance(linear('#000000'), linear('#ffffff'))).toBeCloseTo(1, 3);
    const [red, green] = [linear('#b00000'), linear('#6a6a00')];
    const apartFor = (name: string) => distance(seenBy(EYES[name]!, red), seenBy(EYES[name]!, green));
    expect(apartFor('deuteranopia')).toBeLessThan(apartFor('normal') / 2);
  });
});
