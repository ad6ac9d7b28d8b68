import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import ts from 'typescript';

export interface Source {
  /** Path from the project's folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** All TypeScript sources below the folders, in order of path. */
export function sourcesIn(...folders: readonly string[]): readonly Source[] {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path: path.split(sep).join('/'), text: readFileSync(path, 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The syntax tree, with parents. */
export function parse({ path, text }: Source): ts.SourceFile {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true, kind);
}

/** Every node of the tree, parents before children. */
export function* nodes(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* nodes(child);
}

export interface LongFunction {
  readonly name: string;
  readonly lines: number;
}

/** The functions of a source with the number of lines that each spans. */
export function functionLengths(source: Source): readonly LongFunction[] {
  const file = parse(source);
  const lineOf = (position: number) => file.getLineAndCharacterOfPosition(position).line;
  return [...nodes(file)].filter(ts.isFunctionLike).map((node) => ({
    name: `${source.path}:${lineOf(node.getStart()) + 1}`,
    lines: lineOf(node.getEnd()) - lineOf(node.getStart()) + 1,
  }));
}

/** The extension's global objects that a source uses without having imported or declared them: `chrome.tabs` … */
export function browserGlobals(source: Source): readonly string[] {
  const file = parse(source);
  const all = [...nodes(file)];
  const declared = new Set(
    all
      .filter((node) => ts.isImportClause(node) || ts.isVariableDeclaration(node) || ts.isParameter(node))
      .map((node) => (node as ts.NamedDeclaration).name?.getText(file)),
  );
  const isGlobal = (node: ts.Node) =>
    ts.isIdentifier(node) && /^(browser|chrome)$/.test(node.text) && !declared.has(node.text);
  return all
    .filter(ts.isPropertyAccessExpression)
    .filter(
      ({ expression, name }) =>
        isGlobal(expression) ||
        (/^(globalThis|window|self)$/.test(expression.getText(file)) && /^(browser|chrome)$/.test(name.text)),
    )
    .map((access) => access.getText(file));
}
