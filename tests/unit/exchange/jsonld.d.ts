// jsonld brings no types; this is the part the tests use.
declare module 'jsonld' {
  interface Options {
    readonly documentLoader: (url: string) => Promise<{ document: object; documentUrl: string }>;
    /** Fails on every key without a meaning instead of dropping it. */
    readonly safe: boolean;
  }
  const jsonld: { expand(document: object, options: Options): Promise<unknown[]> };
  export default jsonld;
}
