/** One code of a codebook. `key` is the digit that sets it in coding mode. */
export interface Code {
  readonly id: string;
  readonly parent?: string;
  readonly name: string;
  readonly description: string;
  readonly colour: string;
  readonly key?: string;
}

export interface Codebook {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly codes: readonly Code[];
  readonly fields: readonly string[];
}
