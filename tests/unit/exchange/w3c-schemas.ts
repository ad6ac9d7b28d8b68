import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const DATA = process.env['PRESSMARK_DATA'] ?? '../shared/data';
const CONFORMANCE = join(DATA, '../conformance');
const SUITE = join(CONFORMANCE, 'w3c-annotation');

/** Whether the W3C's own test suite is at hand. */
export const HAS_SUITE = existsSync(SUITE);

/** The W3C's context document, for expanding without a network. */
export const contextDocument = (): object =>
  JSON.parse(readFileSync(join(CONFORMANCE, 'jsonld/anno.jsonld'), 'utf8'));

/** The annotations that come with the suite, by name; null for the one that is no JSON. */
export function samples(folder: 'correct' | 'incorrect'): Map<string, unknown> {
  const path = join(SUITE, 'samples', folder);
  const names = readdirSync(path).filter((name) => name.startsWith('anno'));
  return new Map(names.map((name) => [name, parsed(readFileSync(join(path, name), 'utf8'))]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export type Judge = (document: unknown) => string[];

/** The MUSTs of a list such as `annotations/annotationMusts.test`: a judge that names those a document breaks. */
export function mustsOf(list: string): { readonly judge: Judge; readonly count: number } {
  const ajv = new AjvDraft04({ strict: false, logger: false });
  addFormats.default(ajv);
  const definitions = join(SUITE, 'definitions');
  for (const name of readdirSync(definitions).filter((file) => file.endsWith('.json'))) {
    ajv.addSchema(JSON.parse(readFileSync(join(definitions, name), 'utf8')), name);
  }
  const { assertions }: { assertions: string[] } = JSON.parse(readFileSync(join(SUITE, list), 'utf8'));
  const checks = assertions.map((path) => {
    const schema = JSON.parse(readFileSync(join(SUITE, path), 'utf8'));
    if (schema.assertionType !== 'must') throw new Error(`${path} is no MUST`);
    // A reference takes the place of its neighbours in draft 04, the id among them.
    const { $ref, id: _id, ...rest } = schema;
    const validate = ajv.compile($ref === undefined ? rest : { allOf: [{ $ref }] });
    return {
      path,
      isValid: (document: unknown) => validate(document) === (schema.expectedResult === 'valid'),
    };
  });
  const judge = (document: unknown) =>
    checks.filter(({ isValid }) => !isValid(document)).map(({ path }) => path);
  return { judge, count: checks.length };
}
