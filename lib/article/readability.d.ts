/** The one file of the package that is used, under the type that the package gives it. */
declare module '@mozilla/readability/Readability.js' {
  export { Readability as default } from '@mozilla/readability';
}
