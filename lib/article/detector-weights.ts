/** Made by scripts/train/article.ts; do not edit. See assets/models/article-detector.md. */
export interface Weighing {
  readonly bias: number;
  /** Below it a page need not be looked at further. */
  readonly no: number;
  /** In the order of the names; those that are missing at the end are not asked. */
  readonly weights: readonly number[];
}

/** The signals, in the order in which they are read. */
// biome-ignore format: data
export const NAMES: readonly string[] =
  'url-root url-short url-depth url-slug url-long-slug url-date url-number url-file url-query url-news url-blog url-docs url-forum url-shop url-list url-service og-article og-website og-other article-none article-one article-many links times time-one figcaptions tables textarea long-paragraphs long-none long-share run-chars run-share long-mean long-linked long-boilerplate h1-none h1-many h1-words h1-in-article meta-published meta-modified meta-author meta-section meta-image meta-description ld-news ld-blog ld-article ld-product ld-list ld-forum ld-many-articles ld-headline ld-dated ld-author ld-none byline body-prop entry-content code buttons cart prices comments posts cards share related doc-nav faq hero tags style-you style-we style-i style-they style-said style-past style-order style-sell style-forum style-time x-declared-long x-declared-short x-undeclared-long x-other-declared x-dated-long x-author-long'.split(' ');

/** Mean of each signal over the training pages. */
// biome-ignore format: data
export const MEANS: readonly number[] = [0.17, 0.05, 0.34, 0.33, 0.33, 0.06, 0.19, 0.11, 0.07, 0.09, 0.11, 0.05, 0.09, 0.05, 0.08, 0.06, 0.43, 0.22, 0.04, 0.56, 0.23, 0.13, 0.79, 0.15, 0.15, 0.12, 0.15, 0.14, 0.58, 0.14, 0.49, 0.6, 0.56, 0.48, 0.09, 0.03, 0.13, 0.13, 0.37, 0.27, 0.27, 0.26, 0.23, 0.13, 0.7, 0.87, 0.17, 0.04, 0.12, 0.1, 0.06, 0.07, 0.02, 0.32, 0.38, 0.35, 0.4, 0.28, 0.13, 0.19, 0.07, 0.66, 0.08, 0.14, 0.11, 0.22, 0.75, 0.38, 0.21, 0.18, 0.2, 0.33, 0.16, 0.37, 0.23, 0.17, 0.18, 0.1, 0.1, 0.23, 0.22, 0.06, 0.06, 0.39, 0.09, 0.21, 0.11, 0.38, 0.39];

/** From `ARTICLE` on a page is an article, from `MAYBE` on it may be. */
export const ARTICLE = 0.5;
export const MAYBE = 0.2;

/** What is made of the signals after each step. */
// biome-ignore format: data
export const LOOKS: readonly Weighing[] = [
  { bias: -1.771, no: 0.05, weights: [-2.03, -1.73, 1.27, 1.95, 1.02, 1.43, 0.41, -0.61, -1.01, 1.61, 1.68, -2.15, -2.98, -1.39, -1.82, -2.03, 1.51, 0.06, -2.57] },
  { bias: -0.378, no: 0.08, weights: [-1.9, -2.12, 1.1, 1.8, 1.05, 1.01, 0.37, -0.43, -1.46, 1.73, 1.76, -2.25, -2.36, -1.22, -1.43, -1.78, 1.28, 0.06, -2.49, -0.43, 1.05, -0.77, -1.75, -0.66, 1.42, 2.36, -0.28, -0.13] },
  { bias: -2.576, no: 0.15, weights: [-1.49, -1.65, 1.04, 1.29, 1.06, 0.78, 0.35, -0.31, -1.12, 1.65, 1.33, -2.92, -1.43, -0.7, -0.94, -1.47, 1.15, 0.01, -2.19, -0.55, 1.04, -0.42, -1.91, -0.75, 1.17, 1.57, -0.51, -0.31, 0.72, 0.69, 0.42, 1.89, 1.24, 0, -0.75, 1.41] },
  { bias: -1.73, no: 0, weights: [-1.23, -1.14, 1.5, 0.89, 0.94, 0.85, 0.2, -0.31, -0.8, 0.82, 1.1, -2.44, -1.01, -0.02, -0.71, -1.45, 0.58, -0.18, -2.2, -0.1, 0.74, -0.14, -2.53, -0.47, 0.44, 1.15, -0.7, -0.19, 0.41, 0.24, -0.32, 1.21, 1.07, -0.15, -0.55, 0.78, -0.43, 0.34, 0.66, 0.37, -0.02, -0.3, 0.13, 0.56, -0.07, -0.26, 0.51, 0.73, 0.71, 0.06, -0.61, -0.66, -1.82, 0.82, 0.33, 0.34, 0.03, 0.02, 0.78, 0.16, -0.79, -0.46, -1.31, -0.8, 0.81, -1.05, 0.33, 0.38, -0.03, 0.4, -0.3, 0.56, 0.67, 0.27, -0.33, -0.82, 0.47, 0.34, -0.71, -0.76, 0.27, -0.34, -1.26, 0.71, -0.14, 0.5, -0.05, 0.66, 0.77] },
];
