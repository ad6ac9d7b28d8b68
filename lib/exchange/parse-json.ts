/** Why a text is no JSON to work with. `cut-off`: it begins like JSON and ends too early; `damaged`: broken inside. */
export type JsonProblem = 'not-json' | 'cut-off' | 'damaged' | 'too-large' | 'empty';

/** Parsed JSON, or what is wrong with it. */
export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: JsonProblem };

/** Longest file that is read, in UTF-16 units: more than 100,000 annotations with their articles. */
const MAX_FILE_LENGTH = 250_000_000;

/** Parses the text of a file, a byte order mark aside, and tells the kinds of broken files apart. Never throws. */
export function parseJson(text: string): ParsedJson {
  if (text.length > MAX_FILE_LENGTH) return { ok: false, problem: 'too-large' };
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (!/\S/.test(json)) return { ok: false, problem: 'empty' };
  try {
    return { ok: true, value: JSON.parse(json) };
  } catch {
    return { ok: false, problem: problemOf(json) };
  }
}

function problemOf(json: string): JsonProblem {
  if (!/^\s*[[{]\s*(?:["{[\]}]|$)/.test(json)) return 'not-json';
  return endsOpen(json) ? 'cut-off' : 'damaged';
}

/** True when the text ends inside a string or with brackets still open. */
function endsOpen(json: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < json.length; at += 1) {
    const unit = json[at];
    if (isInString) {
      if (unit === '\\') at += 1;
      else if (unit === '"') isInString = false;
    } else if (unit === '"') isInString = true;
    else if (unit === '{' || unit === '[') depth += 1;
    else if (unit === '}' || unit === ']') depth -= 1;
  }
  return isInString || depth > 0;
}
