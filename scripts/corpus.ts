/**
 * The corpus of docs/corpus: `npm run corpus` checks every article, prints counts per layer and the agreement table.
 * Its other uses stand in `HELP`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { agreementLines } from './corpus/agreement-table';
import { CorpusError, scaffold, weave } from './corpus/article-file';
import { countLines } from './corpus/counts';
import { printHtml } from './corpus/print-html';
import { articleIds, CORPUS, CORPUS_PARTS, readArticle, readFolder, readSplit } from './corpus/read-corpus';

const HELP = `npm run corpus                               check all articles; counts and agreement
npm run corpus -- --check FILE…              check these files alone
npm run corpus -- --scaffold PLAIN           a plain article as a file to annotate, to standard output
npm run corpus -- --weave PLAIN MARKS        the same with marks that were written apart
npm run corpus -- --print NN [second]        the article's annotation in colour: artifacts/corpus/NN-slug.html
npm run corpus -- --jsonl                    artifacts/corpus/{training,tuning,test,fresh}.jsonl
`;
const OUT = 'artifacts/corpus';
const say = (line: string): void => console.log(line);

function checkFiles(files: readonly string[]): number {
  let failed = 0;
  for (const file of files) {
    try {
      const article = readArticle(file, file.replace(/^.*\/|\.txt$/g, ''));
      say(`${file}: ${article.claims.length} claims, ${article.actors.length} actors`);
    } catch (error) {
      if (!(error instanceof CorpusError)) throw error;
      say(`${file} ${error.message}`);
      failed += 1;
    }
  }
  return failed > 0 ? 1 : 0;
}

function checkAll(): number {
  const { articles, errors } = readFolder(`${CORPUS}/articles`);
  const split = readSplit();
  const lost = [...articles.keys()].filter((id) => !split.has(id)).map((id) => `${id} is not in split.tsv`);
  const all = [...errors, ...lost, ...readFolder(`${CORPUS}/second`).errors.map((line) => `second/${line}`)];
  for (const line of all) say(line);
  for (const line of countLines([...articles.values()])) say(line);
  for (const part of CORPUS_PARTS) {
    const own = [...articles.keys()].filter((id) => split.get(id) === part);
    say(`${part.padEnd(12)} ${own.length} articles`);
  }
  for (const line of agreementLines(articles, readFolder(`${CORPUS}/second`).articles)) say(line);
  return all.length > 0 ? 1 : 0;
}

function print(number: string, folder: string): number {
  const id = articleIds(`${CORPUS}/${folder}`).find((name) => name.startsWith(`${number.padStart(2, '0')}-`));
  if (!id) {
    say(`there is no article ${number} in ${folder}`);
    return 1;
  }
  mkdirSync(OUT, { recursive: true });
  writeFileSync(`${OUT}/${id}.html`, printHtml(readArticle(`${CORPUS}/${folder}/${id}.txt`, id)));
  say(`${OUT}/${id}.html`);
  return 0;
}

function writeJsonl(): number {
  const { articles } = readFolder(`${CORPUS}/articles`);
  const split = readSplit();
  mkdirSync(OUT, { recursive: true });
  for (const part of CORPUS_PARTS) {
    const rows = [...articles.values()].filter(({ id }) => split.get(id) === part);
    writeFileSync(`${OUT}/${part}.jsonl`, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    say(`${OUT}/${part}.jsonl: ${rows.length} articles`);
  }
  return 0;
}

function run([command, ...rest]: readonly string[]): number {
  const [first = '', second = ''] = rest;
  if (!command) return checkAll();
  if (command === '--check') return checkFiles(rest);
  if (command === '--jsonl') return writeJsonl();
  if (command === '--print' && first) return print(first, second || 'articles');
  if (command === '--scaffold' && first) process.stdout.write(scaffold(readFileSync(first, 'utf8')));
  else if (command === '--weave' && second)
    process.stdout.write(weave(scaffold(readFileSync(first, 'utf8')), readFileSync(second, 'utf8')));
  else {
    process.stderr.write(HELP);
    return 2;
  }
  return 0;
}

try {
  process.exitCode = run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CorpusError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
