import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A file that the build adds to the package: copied, or made. */
type PublicFile = { absoluteSrc: string; relativeDest: string } | { contents: string; relativeDest: string };

/** The weights of the engines. They live beside their cards in assets/models; only the weights are packed. */
export function modelWeights(): PublicFile[] {
  return ['actors', 'claims'].flatMap((name) => {
    const source = resolve(`assets/models/${name}.bin`);
    return existsSync(source) ? [{ absoluteSrc: source, relativeDest: `models/${name}.bin` }] : [];
  });
}

/** The bundled sample article as a page of the extension: its style in a file of its own, our script added. */
export function samplePage(path: string): PublicFile[] {
  const html = readFileSync(path, 'utf8');
  const styles: string[] = [];
  const page = html.replace(/<style>([\s\S]*?)<\/style>/g, (_, css: string) => {
    styles.push(css);
    return '';
  });
  const links = ['sample.css', 'assets/marks.css'].map((href) => `<link rel="stylesheet" href="/${href}">`);
  const head = `${links.join('')}<script src="/sample.js" defer></script></head>`;
  return [
    { contents: page.replace('</head>', head), relativeDest: 'sample.html' },
    { contents: styles.join('\n'), relativeDest: 'sample.css' },
  ];
}
