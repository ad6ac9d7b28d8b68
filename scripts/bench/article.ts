/**
 * `npm run bench -- article [--engines own,readability,defuddle,chromium] [--limit N]`: runs the article scorer
 * (`$PRESSMARK_DATA/../bench/article/score.mjs`) on the development pages for each engine in turn; `chromium` times our
 * own in the real browser and counts what it maps to live text nodes (about twenty minutes for all pages; `--limit 60` for fewer).
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runLocal } from '../local-command';
import { type DevPage, devPages } from '../train/article-data';
import { measureInChromium } from './article-chromium';
import { measureCost } from './article-cost';

const DATA = process.env['PRESSMARK_DATA'] ?? '../shared/data';
const SCORER = join(DATA, '..', 'bench', 'article', 'score.mjs');
const ENGINES: Readonly<Record<string, string>> = {
  own: 'tests/bench/article-module.mjs',
  readability: 'tests/bench/article-readability.mjs',
  defuddle: 'tests/bench/article-defuddle.mjs',
};

const IN_CHROMIUM = 'chromium';
const COST = 'cost';
const COST_PAGES = 48;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      engines: { type: 'string', default: `${Object.keys(ENGINES).join(',')},${IN_CHROMIUM},${COST}` },
      limit: { type: 'string' },
    },
  });
  if (!existsSync(SCORER)) {
    console.error(`No scorer at ${SCORER}: set PRESSMARK_DATA to the folder with article/manifest.json.`);
    return 1;
  }
  for (const engine of values.engines.split(',')) {
    if (engine === IN_CHROMIUM) {
      const pages = (devPages() ?? []).slice(0, values.limit ? Number(values.limit) : undefined);
      for (const line of await measureInChromium(pages)) console.log(line);
      continue;
    }
    if (engine === COST) {
      for (const line of await measureCost(someOthers(values.limit ? Number(values.limit) : COST_PAGES)))
        console.log(line);
      continue;
    }
    const module = ENGINES[engine];
    if (!module) {
      console.error(
        `Unknown engine "${engine}"; there are ${Object.keys(ENGINES).join(', ')}, ${IN_CHROMIUM}, ${COST}.`,
      );
      return 2;
    }
    console.log(`== ${engine}`);
    const limit = values.limit ? ['--limit', values.limit] : [];
    const { code } = await runLocal('tsx', [SCORER, join(DATA, 'article'), module, ...limit], {
      show: true,
      minutes: 180,
    });
    if (code !== 0) return code;
  }
  return 0;
}

/** Pages that are no article, evenly out of all of them. */
function someOthers(most: number): readonly DevPage[] {
  const others = (devPages() ?? []).filter(({ isArticle }) => isArticle === false);
  const step = Math.max(1, others.length / most);
  return Array.from({ length: Math.min(most, others.length) }, (_none, i) => others[Math.floor(i * step)]!);
}

process.exitCode = await main();
