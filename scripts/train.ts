/** `npm run train -- article|actors|claims [options]`: trains one engine's weights anew; same bytes for same data and seed. */
import { runLocal } from './local-command';

const ENGINES = ['article', 'actors', 'claims'];
const [engine = '', ...options] = process.argv.slice(2);

if (ENGINES.includes(engine)) {
  const { code } = await runLocal('tsx', [`scripts/train/${engine}.ts`, ...options], {
    show: true,
    minutes: 120,
  });
  process.exitCode = code;
} else {
  console.error(`Name what to train: npm run train -- ${ENGINES.join('|')}`);
  process.exitCode = 2;
}
