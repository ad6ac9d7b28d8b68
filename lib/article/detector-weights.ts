/** Made by scripts/train/article.ts; do not edit. See assets/models/article-detector.md. */
export interface Weighing {
  readonly bias: number;
  /** In the order of the names; those that are missing at the end are not asked. */
  readonly weights: readonly number[];
}

/** The signals; those of the glance come first. */
// biome-ignore format: data
export const NAMES: readonly string[] =
  'url-root url-short url-depth url-slug url-long-slug url-date url-number url-file url-query url-news url-blog url-docs url-forum url-shop url-list url-service article-none article-one article-many links times time-one figcaptions tables textarea long-paragraphs long-none long-share run-chars run-share long-mean long-linked long-boilerplate og-article og-website og-other meta-published meta-modified meta-author meta-section meta-read-time meta-product meta-image meta-description ld-news ld-blog ld-article ld-tech ld-product ld-list ld-forum ld-faq ld-business ld-thing ld-breadcrumb ld-web-page ld-many-articles ld-headline ld-dated ld-author ld-none h1-none h1-many h1-words h1-in-article linked-headings byline body-prop entry-content code inputs buttons cart prices comments posts cards pager share related doc-nav faq hero tags phone style-you style-we style-i style-they style-said style-past style-order style-sell style-forum style-time x-declared-long x-declared-short x-undeclared-long x-other-declared x-dated-long x-author-long x-list-links'.split(' ');

/** Mean of each signal over the training pages. */
// biome-ignore format: data
export const MEANS: readonly number[] = [0.17, 0.05, 0.34, 0.33, 0.33, 0.06, 0.19, 0.11, 0.07, 0.09, 0.11, 0.05, 0.09, 0.05, 0.08, 0.06, 0.56, 0.23, 0.13, 0.78, 0.15, 0.15, 0.12, 0.15, 0.14, 0.58, 0.14, 0.49, 0.6, 0.56, 0.48, 0.09, 0.03, 0.43, 0.22, 0.04, 0.27, 0.26, 0.23, 0.13, 0.12, 0.01, 0.7, 0.87, 0.17, 0.04, 0.12, 0.01, 0.1, 0.06, 0.07, 0.03, 0.06, 0.37, 0.35, 0.32, 0.02, 0.32, 0.38, 0.35, 0.4, 0.13, 0.13, 0.37, 0.27, 0.31, 0.28, 0.13, 0.19, 0.07, 0.43, 0.66, 0.08, 0.14, 0.11, 0.22, 0.75, 0.21, 0.38, 0.21, 0.18, 0.2, 0.33, 0.16, 0.15, 0.37, 0.23, 0.17, 0.18, 0.1, 0.1, 0.23, 0.22, 0.06, 0.06, 0.39, 0.09, 0.21, 0.11, 0.38, 0.39, 0.15];

/** From `article` on a page is an article, from `maybe` on it may be. */
// biome-ignore format: data
export const DETECTOR: Weighing & { readonly article: number; readonly maybe: number } = {
  bias: -1.768,
  article: 0.5,
  maybe: 0.2,
  weights: [-1.14, -1.01, 1.39, 0.87, 1.02, 0.95, 0.22, -0.29, -0.74, 0.82, 1.13, -2.27, -1.05, 0.01, -0.46, -1.41, -0.13, 0.72, -0.18, -2.46, -0.33, 0.39, 1.25, -0.69, -0.25, 0.43, 0.25, -0.3, 1.16, 1.02, -0.2, -0.47, 0.93, 0.54, -0.25, -1.75, -0.06, -0.29, 0.09, 0.53, 0.16, -1.4, -0.06, -0.26, 0.51, 0.56, 0.63, 2.96, -0.21, -0.75, -1.06, 1.33, 0.34, 0.1, -0.05, 0.09, -1.9, 0.81, 0.34, 0.39, 0.13, -0.39, 0.43, 0.69, 0.39, 0.13, 0.01, 0.81, 0.18, -0.69, -0.21, -0.3, -0.96, -0.71, 0.93, -0.95, 0.26, -0.61, 0.45, -0.14, 0.38, -0.32, 0.48, 0.64, 0.26, 0.2, -0.3, -0.72, 0.23, 0.39, -0.53, -0.76, 0.18, -0.5, -1.2, 0.67, -0.07, 0.49, -0.13, 0.67, 0.77, -0.35],
};

/** Below `no` a page need not be looked at further. */
// biome-ignore format: data
export const GLANCE: Weighing & { readonly no: number } = {
  bias: -2.208,
  no: 0.06,
  weights: [-1.73, -1.79, 0.78, 1.3, 1.14, 0.95, 0.33, -0.29, -1.28, 2.09, 1.42, -3.04, -1.53, -0.83, -1.01, -1.43, -0.61, 0.99, -0.63, -1.72, -0.53, 1.35, 1.8, -0.5, -0.32, 0.89, 0.49, 0.51, 1.85, 1.39, -0.35, -0.69, 1.29],
};
