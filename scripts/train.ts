/** `npm run train -- article|actors|claims [options]`: trains one engine's weights anew; same bytes for same data and seed. */
import { runLocal } from './local-command';

/** The scripts of each engine; those of the article engine train the detector and the block filter. */
const ENGINES: Readonly<Record<string, readonly string[]>> = {
  article: ['article', 'article-blocks'],
  actors: ['actors'],
  claims: ['claims'],
};
const [engine = '', ...options] = process.argv.slice(2);

if (Object.hasOwn(ENGINES, engine)) {
  for (const script of ENGINES[engine]!) {
    const { code } = await runLocal('tsx', [`scripts/train/${script}.ts`, ...options], {
      show: true,
      minutes: 120,
    });
    process.exitCode = code;
    if (code !== 0) break;
  }
} else {
  console.error(`Name what to train: npm run train -- ${Object.keys(ENGINES).join('|')}`);
  process.exitCode = 2;
}
