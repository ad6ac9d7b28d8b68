import type { AnnotationRecord } from '../../lib/model/annotation';
import { articleKey } from '../../lib/notes/article-key';
import { sha256 } from '../../lib/team/version-hash';
import { writeVersion } from '../../lib/team/write-version';

const RUN = 'globalThis.ran=1';

/** Texts that run script where a text is taken for markup, an address, or code. */
export const VECTORS: readonly string[] = [
  `<img src=x onerror="${RUN}">`,
  `"><script>${RUN}</script>`,
  `'><svg/onload=${RUN}>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<math><mi//xlink:href="data:x,<script>${RUN}</script>">`,
  `<a href="javascript:${RUN}" autofocus onfocus=${RUN}>x</a>`,
  `[link](javascript:${RUN})`,
  `[link](JaVaScRiPt&colon;${RUN})`,
  `![image](x" onerror="${RUN})`,
  `[x]: javascript:${RUN}\n\n[x]`,
  `<javascript:${RUN}>`,
  `[data](data:text/html,<script>${RUN}</script>)`,
  `<style>@import 'javascript:${RUN}';</style>`,
  `<body onload=${RUN}>`,
  `<details open ontoggle=${RUN}>x</details>`,
  `<input autofocus onfocus=${RUN}>`,
  `<video><source onerror=${RUN}></video>`,
  `<marquee onstart=${RUN}>x</marquee>`,
  `<object data="javascript:${RUN}"></object>`,
  `<embed src="javascript:${RUN}">`,
  `<form><button formaction="javascript:${RUN}">x</button></form>`,
  `<template><img src=x onerror=${RUN}></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `\u0000<scr\u0000ipt>${RUN}</scr\u0000ipt>`,
  `\${${RUN}}{{constructor.constructor('${RUN}')()}}`,
  `</textarea><script>${RUN}</script>`,
  `</title><script>${RUN}</script>`,
  `]]><script>${RUN}</script>`,
  `--><script>${RUN}</script>`,
  `__proto__[ran]=1 constructor prototype`,
];

/** The word “statement” or near it, in twenty scripts. */
export const SCRIPTS: readonly string[] = [
  'déclaration',
  'δήλωση',
  'заявление',
  'հայտարարություն',
  'განცხადება',
  'הצהרה',
  'تصريح',
  'ܡܠܬܐ',
  'ވާހަކަ',
  'कथन',
  'বিবৃতি',
  'ਬਿਆਨ',
  'નિવેદન',
  'அறிக்கை',
  'ప్రకటన',
  'ಹೇಳಿಕೆ',
  'പ്രസ്താവന',
  'ප්‍රකාශය',
  'แถลงการณ์',
  'ຖະແຫຼງການ',
  'མཚན',
  'ထုတ်ပြန်ချက်',
  'መግለጫ',
  'ᏣᎳᎩ',
  'សេចក្តី',
  'мэдэгдэл',
  '声明',
  'せいめい',
  '성명',
  'ⵜⴰⵎⴰⵣⵉⵖⵜ',
];

/** A name of 300 characters in one word, as bad data has it. */
export const LONG_NAME = `Llanfair${'pwllgwyngyll'.repeat(25)}`.slice(0, 300);
export const RTL_NAME = 'شلومو بن دافيد ⁧(ناطق)⁩ السالم';

/** Notes whose every field means no good, on the given address; one of them of 60 kB. */
export async function hostileNotes(url: string): Promise<readonly AnnotationRecord[]> {
  const article = articleKey(url) ?? url;
  const bodies = [
    ...VECTORS,
    `${'A long note has many paragraphs of words that somebody wrote in one night.\n\n'.repeat(790)}end`,
    'x'.repeat(4_000),
    `${RTL_NAME} و “${LONG_NAME}” ${'‮'}reversed${'‬'}`,
  ];
  const authors = [VECTORS[0]!, LONG_NAME, RTL_NAME, VECTORS[1]!];
  return Promise.all(
    bodies.map((body, n) => {
      const time = new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString();
      const id = `00000000-0000-7000-8000-${(0xbad000 + n).toString(16).padStart(12, '0')}`;
      const tags = [
        VECTORS[n % VECTORS.length]!.slice(0, 200).trim(),
        ...(n % 7 === 0 ? SCRIPTS : []),
        LONG_NAME.slice(0, 200),
      ];
      const fields = {
        kind: 'note',
        article,
        target: null,
        body,
        tags,
        codes: [],
        created: time,
        updated: time,
      } as const;
      const stamp = {
        device: 'device-b',
        hlc: String(n).padStart(15, '0'),
        author: authors[n % authors.length]!,
      };
      return writeVersion(null, id, {}, fields, stamp, sha256);
    }),
  );
}

/** A word list that teaches names of the same kind. */
export function hostileWords(): string {
  const words = [VECTORS[0]!, VECTORS[5]!, LONG_NAME, RTL_NAME].map((surface, n) => ({
    id: `00000000-0000-7000-8000-${(0xbad000 + n).toString(16).padStart(12, '0')}`,
    entry: {
      surface,
      action: n % 2 === 0 ? 'same-as' : 'mute',
      ...(n % 2 === 0 ? { value: VECTORS[2]! } : {}),
      scope: 'everywhere',
      author: VECTORS[1]!,
      created: '2026-01-01T00:00:00.000Z',
    },
  }));
  return JSON.stringify({ format: 'pressmark-word-list', version: 1, generator: 'test', words });
}

const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

/** A sample article whose title, authors, outlet, names and claims are of the same kind, written as honest text. */
export function hostileArticle(sample: string): string {
  const says = (text: string) => escapeHtml(text);
  const claims = [
    `“${VECTORS[0]} will be rebuilt before the winter,” said Minister Joaquim dos Reis on Monday.`,
    `“We never closed ${VECTORS[2]} to anybody,” said Dr ${LONG_NAME}, who leads the ministry of ports.`,
    `The spokesman ${RTL_NAME} said that the talks would go on in spring.`,
    `Anna ${VECTORS[1]} Keller said that “the harbour belongs to all”.`,
  ];
  return sample
    .replace(/<script type="application\/ld\+json">[\s\S]*?<\/script>/g, '')
    .replaceAll(
      'Tarvia and Meridon agree to reopen Port Amsel after night of talks',
      says(`${VECTORS[0]} agree ${LONG_NAME}`),
    )
    .replaceAll('The Strait Courier', says(VECTORS[1]!))
    .replaceAll('Ngozi Adeyemi-Clarke', says(VECTORS[5]!))
    .replaceAll('Mateus Figueira', says(RTL_NAME))
    .replace('</article>', () => `${claims.map((claim) => `<p>${says(claim)}</p>`).join('\n')}</article>`);
}
