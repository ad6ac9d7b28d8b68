import type { Format } from '../../lib/exchange/format';
import { FORMATS, formatNamed } from '../../lib/exchange/formats';

/** What `npm run --silent analyse` was asked for. */
export interface Options {
  readonly only: 'article' | 'actors' | 'claims' | null;
  /** Every sentence as a claim with its scores, not only those worth checking. */
  readonly all: boolean;
  /** Write this export format instead of JSON lines. */
  readonly format: Format | null;
  readonly help: boolean;
}

export const HELP = `Reads articles as JSON lines and writes what Pressmark finds in them, one JSON object a line, in the same order.
  in:  {"id", "html", "url"} or {"id", "text"} (one paragraph a line)
  out: {"id", "article", "actors", "claims", "ms"}, or {"id", "error"} for a line that fails (the exit code is 1 then)
  --only article|actors|claims   print that part
  --all                          every sentence as a claim, with its scores
  --format NAME                  write the attributed claims of all lines as one export file: ${FORMATS.map(({ name }) => name).join(', ')}
`;

/** Reads the command line. Throws an `Error` with a plain message where it cannot be followed. */
export function readOptions(args: readonly string[]): Options {
  let only: Options['only'] = null;
  let all = false;
  let format: Format | null = null;
  let help = false;
  for (let i = 0; i < args.length; i++) {
    const [name, inline] = splitOnce(args[i]!);
    const value = (): string => inline ?? args[++i] ?? '';
    if (name === '--all') all = true;
    else if (name === '--help' || name === '-h') help = true;
    else if (name === '--only') only = partOf(value());
    else if (name === '--format') format = formatOf(value());
    else throw new Error(`unknown option ${name}; try --help`);
  }
  return { only, all, format, help };
}

function splitOnce(arg: string): [string, string | undefined] {
  const at = arg.indexOf('=');
  return at < 0 ? [arg, undefined] : [arg.slice(0, at), arg.slice(at + 1)];
}

function partOf(value: string): Options['only'] {
  if (value === 'article' || value === 'actors' || value === 'claims') return value;
  throw new Error(`--only takes article, actors or claims, not "${value}"`);
}

function formatOf(name: string): Format {
  const format = formatNamed(name === 'jsonld' ? 'json-ld' : name);
  if (format) return format;
  throw new Error(
    `cannot write the format "${name}"; formats: ${FORMATS.map((known) => known.name).join(', ')}`,
  );
}
