/**
 * Training documents as a page delivers them: headlines in capitals, datelines, bylines, furniture between the paragraphs, lost full
 * stops. The labels stay with their names.
 */
import type { CoarseType } from '../../lib/actors/candidate';
import type { Entity, LabelledDocument } from './actors-data';

interface Line {
  readonly text: string;
  readonly ents: readonly Entity[];
}

const AGENCIES = 'AP|Reuters|AFP|dpa|Xinhua|UPI|EFE|ANSA|TASS|PTI|IPS|Kyodo|Yonhap|APA|BBC|CNN'.split('|');
const OFFICES = 'staff reporter|correspondent|our reporter|editor|staff writer|political editor'.split('|');
const MONTHS =
  'January|Feb|March|April|May|June|July|Aug|September|Oct|November|Dec|Monday|Tuesday|Friday|Sunday'.split(
    '|',
  );
const FURNITURE =
  'Share this article|Read more|Related Articles|Subscribe to our newsletter|Advertisement|Leave a Reply|Most read|Follow us on social media|ALSO READ|Sign in to comment|Print this page|All rights reserved|Your email address will not be published|Latest News|Top Stories|Photo Gallery|Listen to this story|3 min read|Click here for more|Back to top'.split(
    '|',
  );
/** Words that a headline in title case leaves small. */
const SMALL = new Set('a an and as at but by for from in into nor of on or over the to up with'.split(' '));

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)]!;

function linesOf({ text, ents }: LabelledDocument): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const from = start;
    start += line.length + 1;
    const inside = ents.filter((entity) => entity.start >= from && entity.end <= from + line.length);
    return {
      text: line,
      ents: inside.map((entity) => ({ ...entity, start: entity.start - from, end: entity.end - from })),
    };
  });
}

function join(lines: readonly Line[]): { text: string; ents: Entity[] } {
  let at = 0;
  const ents = lines.flatMap((line) => {
    const from = at;
    at += line.text.length + 1;
    return line.ents.map((entity) => ({ ...entity, start: entity.start + from, end: entity.end + from }));
  });
  return { text: lines.map(({ text }) => text).join('\n'), ents };
}

/** The line in other letters; a letter whose other form is longer stays, so that offsets hold. */
function rewritten({ text, ents }: Line, change: (word: string, at: number) => string): Line {
  const changed = text.replace(/[\p{L}\p{M}'’.]+/gu, (word, at: number) => {
    const other = change(word, at);
    return other.length === word.length ? other : word;
  });
  return {
    text: changed,
    ents: ents.map((entity) => ({ ...entity, text: changed.slice(entity.start, entity.end) })),
  };
}

const inTitleCase = (line: Line): Line =>
  rewritten(line, (word, at) => (at > 0 && SMALL.has(word) ? word : word[0]!.toUpperCase() + word.slice(1)));
const inCapitals = (line: Line): Line => rewritten(line, (word) => word.toUpperCase());
const inSmall = (line: Line): Line => rewritten(line, (word) => word.toLowerCase());

function withoutStop(line: Line): Line {
  const text = line.text.replace(/\s*[.;]+$/, '');
  return line.ents.some(({ end }) => end > text.length) ? line : { ...line, text };
}

function after(parts: readonly (string | readonly [string, CoarseType])[], line: Line): Line {
  let text = '';
  const ents: Entity[] = [];
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else {
      ents.push({ start: text.length, end: text.length + part[0].length, type: part[1], text: part[0] });
      text += part[0];
    }
  }
  const moved = line.ents.map((entity) => ({
    ...entity,
    start: entity.start + text.length,
    end: entity.end + text.length,
  }));
  return { text: text + line.text, ents: [...ents, ...moved] };
}

const EMPTY: Line = { text: '', ents: [] };

/** Names of a document's own kind for bylines and datelines. */
interface Names {
  readonly people: readonly string[];
  readonly places: readonly string[];
}

/** "KABUL (AP) — …" in its many ways of writing. */
function withDateline(line: Line, { places }: Names, random: () => number): Line {
  const place = pick(places, random);
  const city: readonly [string, CoarseType] = [random() < 0.7 ? place.toUpperCase() : place, 'LOC'];
  if (city[0].length !== place.length) return line;
  const dash = pick([' — ', ' – ', ' - ', ' -- ', ': '], random);
  const date = random() < 0.3 ? `, ${pick(MONTHS, random)} ${1 + Math.floor(random() * 30)}` : '';
  const land: (string | readonly [string, CoarseType])[] =
    random() < 0.25 ? [', ', [pick(places, random), 'LOC']] : [];
  const agency: (string | readonly [string, CoarseType])[] =
    random() < 0.6 ? [' (', [pick(AGENCIES, random), 'ORG'], ')'] : [];
  return after([city, ...land, date, ...agency, dash], line);
}

/** A line that stands between paragraphs and is none. */
function furniture({ people, places }: Names, random: () => number): Line {
  const person: readonly [string, CoarseType] = [pick(people, random), 'PER'];
  const kind = random();
  if (kind < 0.25)
    return after(['By ', person, ...(random() < 0.5 ? [`, ${pick(OFFICES, random)}`] : [])], EMPTY);
  if (kind < 0.4)
    return after(
      [
        pick(['Photo: ', 'Photograph: ', 'Image: ', 'File photo: '], random),
        person,
        '/',
        [pick(AGENCIES, random), 'ORG'],
      ],
      EMPTY,
    );
  if (kind < 0.5) return after([person, ' in ', [pick(places, random), 'LOC']], EMPTY);
  const line: Line = { text: pick(FURNITURE, random), ents: [] };
  return random() < 0.2 ? inCapitals(line) : line;
}

function headline(line: Line, random: () => number): Line {
  const bare = withoutStop(line);
  const kind = random();
  return kind < 0.55 ? inTitleCase(bare) : kind < 0.75 ? inCapitals(bare) : bare;
}

function namesOf(document: LabelledDocument, other: Names): Names {
  const of = (type: CoarseType): string[] =>
    document.ents.filter((entity) => entity.type === type && !/\d/.test(entity.text)).map(({ text }) => text);
  const people = of('PER');
  const places = of('LOC');
  return {
    people: people.length > 0 ? people : other.people,
    places: places.length > 0 ? places : other.places,
  };
}

const STRANGERS: Names = { people: ['Ana Ruiz', 'Femi Okoro'], places: ['Geneva', 'Nairobi'] };

/** The same document, roughly used. */
export function roughened(document: LabelledDocument, random: () => number): LabelledDocument {
  const names = namesOf(document, STRANGERS);
  const lines = linesOf(document).flatMap((line, at): Line[] => {
    const chance = random();
    let used = line;
    if (at === 0 ? chance < 0.6 : chance < 0.1) used = headline(line, random);
    else if (chance < 0.25) used = withDateline(line, names, random);
    else if (chance < 0.35) used = withoutStop(line);
    else if (chance < 0.38) used = inSmall(line);
    return random() < 0.12 ? [furniture(names, random), used] : [used];
  });
  return { ...document, doc: `${document.doc}-rough`, ...join(lines) };
}
