/**
 * The actors engine behind the interfaces of the two scorers: `tag(text)` and `group(text, mentions)`.
 *   node --import tsx SCORER tests/bench/actors-module.mjs …     PRESSMARK_ACTORS_MODEL=none measures rules and lexicon alone
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadActorModel } from '../../lib/actors/actor-model.ts';
import { findActors } from '../../lib/actors/find-actors.ts';
import { groupMentions } from '../../lib/actors/group-mentions.ts';

const here = path.dirname(fileURLToPath(import.meta.url));
const file = process.env.PRESSMARK_ACTORS_MODEL ?? path.join(here, '../../assets/models/actors.bin');
const model = file !== 'none' && existsSync(file) ? loadActorModel(new Uint8Array(readFileSync(file))) : null;
if (!model) console.error('rules and lexicon alone, no model');

const CLASS = {
  person: 'PER',
  organisation: 'ORG',
  party: 'ORG',
  'armed-group': 'ORG',
  media: 'ORG',
  state: 'LOC',
  place: 'LOC',
  people: 'MISC',
  other: 'MISC',
};
const TYPE = { PER: 'person', ORG: 'organisation', LOC: 'place' };

/** Names alone: the labelled sets know no nominal groups and no pronouns. */
export function tag(text) {
  return findActors(text, [], model).flatMap((actor) =>
    actor.mentions
      .filter((mention) => mention.form === 'name')
      .map(({ start, end, type }) => ({ start, end, type: CLASS[type], text: text.slice(start, end) })),
  );
}

export function group(text, mentions) {
  return groupMentions(
    text,
    mentions.map((mention) => ({ ...mention, type: TYPE[mention.type] ?? 'other' })),
  ).group;
}
