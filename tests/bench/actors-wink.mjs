/**
 * wink-nlp behind the scorer's interface: runs of proper nouns, as its tagger sees them. It knows no kinds of names, so
 * every span is called PER and only the column of spans says something about it.
 */
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

const nlp = winkNLP(model, ['sbd', 'pos']);
const { its } = nlp;

export function tag(text) {
  const document = nlp.readDoc(text);
  const tokens = document.tokens();
  const [values, kinds] = [its.value, its.pos].map((what) => tokens.out(what));
  const found = [];
  let at = 0;
  let open = null;
  values.forEach((value, i) => {
    const start = text.indexOf(value, at);
    const from = start < 0 ? at : start;
    at = from + value.length;
    if (kinds[i] !== 'PROPN') open = null;
    else if (open && from - open.end <= 1) open.end = at;
    else {
      open = { start: from, end: at, type: 'PER' };
      found.push(open);
    }
  });
  return found.map((span) => ({ ...span, text: text.slice(span.start, span.end) }));
}
