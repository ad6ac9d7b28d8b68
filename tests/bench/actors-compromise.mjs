/** compromise behind the scorer's interface, for the same documents in the same run. */
import nlp from 'compromise';

const KINDS = [
  ['people', 'PER'],
  ['organizations', 'ORG'],
  ['places', 'LOC'],
];

export function tag(text) {
  const document = nlp(text);
  const found = [];
  for (const [method, type] of KINDS) {
    for (const { offset } of document[method]().json({ offset: true })) {
      const raw = text.slice(offset.start, offset.start + offset.length);
      // Its spans take punctuation, articles and possessives along; the scorer wants the name.
      const lead = /^(?:["“‘'(\s]|the )*/i.exec(raw)[0].length;
      const name = raw.slice(lead).replace(/(?:['’]s)?[\s.,;:!?"”’)]*$/, '');
      const start = offset.start + lead;
      found.push({ start, end: start + name.length, type, text: name });
    }
  }
  return found;
}
