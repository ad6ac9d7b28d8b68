import fc from 'fast-check';
import type { AnnotationRecord, VersionContext } from '../../../lib/model/annotation';
import { joinRecords } from '../../../lib/team/join-records';
import { removeVersion, type WriterStamp, writeVersion } from '../../../lib/team/write-version';
import { rounds } from '../../support/rounds';
import { ID, quickHash, sampleFields, stampOf } from './sample-annotation';

/** Something that happens in a team of a few devices that share one note. Numbers choose devices and old states. */
export type Step =
  | { readonly do: 'write' | 'remove'; readonly at: number; readonly back: number; readonly body: number }
  | { readonly do: 'deliver'; readonly from: number; readonly at: number; readonly back: number }
  | { readonly do: 'retry'; readonly at: number };

const DEVICES = 4;
const device = fc.nat(DEVICES - 1);
// Mostly the present state, sometimes one from before: an open editor, or a message that comes late or twice.
const back = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(5) });

export const history: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('write' as const), at: device, back, body: fc.nat(9) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('remove' as const), at: device, back, body: fc.nat(9) }),
    },
    {
      weight: 5,
      arbitrary: fc.record({ do: fc.constant('deliver' as const), from: device, at: device, back }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('retry' as const), at: device }) },
  ),
  { minLength: 1, maxLength: 16 },
);

/** A state of one replica, and what the simulation (not the code under test) knows that it has heard of. */
interface State {
  readonly record: AnnotationRecord | null;
  readonly heard: ReadonlySet<string>;
}

interface LastWrite {
  readonly seen: VersionContext;
  readonly body: string;
  readonly stamp: WriterStamp;
  readonly event: string;
}

/**
 * Plays a history and keeps its own books: which write was made by someone who had heard of which others. `expected`
 * answers from these books what must be alive; the records answer what is.
 */
export class Team {
  readonly #states: State[][];
  readonly #heardBy = new Map<string, ReadonlySet<string>>();
  readonly #last = new Map<number, LastWrite>();
  readonly #nameOf: (device: number) => string;
  /** Set when a repeated save changed anything although its first copy was still alive. */
  retryWroteAgain = false;

  /** `nameOf` gives the ids under which devices write; two alike make a cloned profile. */
  constructor(nameOf: (device: number) => string = (index) => `device-${index}`) {
    this.#nameOf = nameOf;
    this.#states = Array.from({ length: DEVICES }, () => [{ record: null, heard: new Set<string>() }]);
  }

  async play(steps: readonly Step[]): Promise<void> {
    for (const [minute, step] of steps.entries()) await this.#take(step, minute);
  }

  /** The present records of all devices that have one. */
  records(): AnnotationRecord[] {
    return this.#states.flatMap((states) => states.at(-1)?.record ?? []);
  }

  /** Every state that any device was ever in. */
  everyRecord(): AnnotationRecord[] {
    return this.#states.flatMap((states) => states.flatMap((state) => state.record ?? []));
  }

  /** For every device: the events alive in its record, and those that must be. */
  books(): { readonly alive: string[]; readonly expected: string[] }[] {
    return this.#states.map((states) => {
      const { record, heard } = states.at(-1)!;
      const alive = (record?.versions ?? []).map((version) => `${version.device}:${version.n}`).sort();
      return { alive, expected: this.#survivors(heard) };
    });
  }

  /** What must be alive where everything has arrived. */
  expectedTogether(): string[] {
    return this.#survivors(new Set(this.#states.flatMap((states) => [...states.at(-1)!.heard])));
  }

  async #take(step: Step, minute: number): Promise<void> {
    if (step.do === 'deliver') return this.#deliver(step.from, step.at, step.back);
    if (step.do === 'retry') return this.#retry(step.at);
    const now = this.#states[step.at]!.at(-1)!;
    const before = this.#past(step.at, step.back);
    const seen = before.record?.ctx ?? {};
    const stamp = stampOf(this.#nameOf(step.at), minute);
    const body = `wording ${step.body} of minute ${minute}`;
    const { record } = now;
    const next =
      step.do === 'write'
        ? await writeVersion(record, ID, seen, sampleFields(body), stamp, quickHash)
        : record && (await removeVersion(record, seen, sampleFields().updated, stamp, quickHash));
    if (next === null || next === record) return;
    const event = `${stamp.device}:${next.ctx[stamp.device]}`;
    this.#heardBy.set(event, before.heard);
    this.#states[step.at]!.push({ record: next, heard: new Set([...now.heard, event]) });
    if (step.do === 'write') this.#last.set(step.at, { seen, body, stamp, event });
  }

  #deliver(from: number, to: number, steps: number): void {
    const sent = this.#past(from, steps);
    const now = this.#states[to]!.at(-1)!;
    if (sent.record === null) return;
    const record = now.record === null ? sent.record : joinRecords(now.record, sent.record);
    this.#states[to]!.push({ record, heard: new Set([...now.heard, ...sent.heard]) });
  }

  async #retry(at: number): Promise<void> {
    const last = this.#last.get(at);
    const { record, heard } = this.#states[at]!.at(-1)!;
    if (last === undefined || record === null || !this.#survivors(heard).includes(last.event)) return;
    const fields = sampleFields(last.body);
    const again = await writeVersion(record, ID, last.seen, fields, last.stamp, quickHash);
    if (again !== record) this.retryWroteAgain = true;
  }

  #past(at: number, steps: number): State {
    const states = this.#states[at]!;
    return states[Math.max(0, states.length - 1 - steps)]!;
  }

  /** Heard of, and not replaced by anyone who had heard of it. */
  #survivors(heard: ReadonlySet<string>): string[] {
    const isReplaced = (event: string) => [...heard].some((later) => this.#heardBy.get(later)?.has(event));
    return [...heard].filter((event) => !isReplaced(event)).sort();
  }
}

/** 10,000 histories by default, more for the long run. */
export const HISTORIES = rounds(4_000, 10_000);
