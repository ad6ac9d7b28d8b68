import { hashPair } from '../tagging/feature-hash';
import type { SequenceFeatures } from '../tagging/lattice';

/** Collects the features of a sequence, token by token, without an object a feature. */
export class FeatureWriter {
  private hashes: Uint32Array;
  private readonly offsets: Uint32Array;
  private size = 0;
  private token = 0;
  private kind = 0;

  /** `width` is about how many features a token has; more are welcome. */
  constructor(tokens: number, width: number) {
    this.hashes = new Uint32Array(tokens * width + 16);
    this.offsets = new Uint32Array(tokens + 1);
  }

  /** The next features are numbered from `kind`, so that features of different sorts never share a row by design. */
  from(kind: number): void {
    this.kind = kind;
  }

  /** Adds the feature of the next kind with the parts `a` and `b`. */
  push(a: number, b = 0): void {
    if (this.size === this.hashes.length) {
      const wider = new Uint32Array(this.size * 2);
      wider.set(this.hashes);
      this.hashes = wider;
    }
    this.hashes[this.size++] = hashPair(this.kind++, a, b);
  }

  /** Ends the token. */
  next(): void {
    this.offsets[++this.token] = this.size;
  }

  /** What was written. */
  features(): SequenceFeatures {
    return { hashes: this.hashes.subarray(0, this.size), offsets: this.offsets };
  }
}
