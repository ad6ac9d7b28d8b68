/** How often a test repeats: `usual` in `npm test`, `full` in `npm run test:full`. */
export const rounds = (usual: number, full: number) => (process.env['PRESSMARK_FULL'] === '1' ? full : usual);
