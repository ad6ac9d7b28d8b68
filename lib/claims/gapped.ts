import type { Attribution } from './attribution';
import type { Frame, Run } from './frame';
import { VERB_TABLE } from './inflect';
import { canSpeak } from './noun-phrases';

// A verb that takes a thing and what it is called or taken for, or a thing that is hoped, feared or seen in it.
const BARE =
  /^(?:call|describe|view|see|regard|label|brand|consider|dub|deem|want|demand|expect|fear|hope|promise|read|find)$/;
const NAMES = /^(?:call|describe|view|regard|label|brand|consider|dub|deem)$/;
const HINGE = /^(?:of|for|as)$/;
const BE =
  /^(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|does|did|do|to|that|who|which)$/;
const LINK = /^(?:of|for|from|in|at|on|to|with|by|and|or|but)$/;
const LONGEST = 14;
const LONGEST_SPEAKER = 6;
const MOST = 4;
const SCORE = 0.5;

/**
 * With the speakers who share the verb of the one before them: “called it a gift, her colleague a trap”, “speaks of betrayal, the
 * union of common sense”. Each takes the cue of the first, which ends where the second begins; nothing is found where a verb
 * stands in between or the words are somebody else's. `taken` marks the words of `found`.
 */
export function withGapped(
  frame: Frame,
  found: readonly Attribution[],
  taken: Uint8Array,
  named: Uint8Array,
): Attribution[] {
  return found.flatMap((attribution) => {
    const { cue, source, content } = attribution;
    const [run] = content;
    if (!cue || !source || !run || content.length > 1 || source.last > cue.first || run.first < cue.last)
      return [attribution];
    if (frame.quote[cue.first] !== -1 || frame.sentence[run.last - 1] !== frame.sentence[cue.first])
      return [attribution];
    const hinge = hingeOf(frame, cue, run);
    if (hinge === null) return [attribution];
    const free = (piece: Run): boolean =>
      !taken.subarray(Math.max(piece.first, run.last), Math.max(piece.last, run.last)).includes(1);
    for (let end = run.first + 1; end <= run.last; end++) {
      const others = piecesAfter(frame, end, cue, hinge, named, free);
      // Pieces that stop inside what is said are a list of its own.
      if (others.length === 0 || others.at(-1)!.content[0]!.last < run.last) continue;
      if (end < run.last && !isComplete(frame, cue, { first: run.first, last: end })) continue;
      return [{ ...attribution, content: [{ first: run.first, last: end }] }, ...others];
    }
    return [attribution];
  });
}

// “called Clinton, her rival, a danger” is not over before it is said what she is called.
function isComplete({ lower }: Frame, cue: Run, run: Run): boolean {
  const names = NAMES.test(VERB_TABLE.get(lower[cue.last - 1]!)?.base ?? '');
  return lower
    .slice(run.first + (names ? 1 : 0), run.last)
    .some((word) => /^(?:an?|the|one|none|too)$/.test(word));
}

function piecesAfter(
  frame: Frame,
  end: number,
  cue: Run,
  hinge: string,
  named: Uint8Array,
  isFree: (piece: Run) => boolean,
): Attribution[] {
  const found: Attribution[] = [];
  const max = frame.sentences[frame.sentence[cue.first]!]!.last;
  let at = end;
  while (found.length < MOST) {
    const piece = pieceAfter(frame, at, max);
    const split = piece && isFree(piece) ? splitAt(frame, piece, hinge, named) : null;
    if (!piece || split === null) break;
    const content = [{ first: hinge === '' ? split : split + 1, last: piece.last }];
    const source = { first: piece.first, last: split };
    found.push({ source, cue, content, score: SCORE, why: ['clause', 'cue-verb'] });
    at = piece.last;
  }
  return found;
}

// The word between speaker and statement in the pieces that follow; empty where they stand side by side.
function hingeOf({ lower }: Frame, cue: Run, content: Run): string | null {
  const last = lower[cue.last - 1]!;
  if (HINGE.test(last)) return last;
  if (HINGE.test(lower[content.first]!) && content.first === cue.last) return lower[content.first]!;
  return BARE.test(VERB_TABLE.get(last)?.base ?? '') ? '' : null;
}

// The next piece of the sentence, from its comma or semicolon to the next.
function pieceAfter({ lower, quote }: Frame, at: number, max: number): Run | null {
  if (!/^[,;]$/.test(lower[at] ?? '') || quote[at] !== -1) return null;
  let first = at + 1;
  if (/^(?:and|but|while)$/.test(lower[first] ?? '')) first++;
  let last = first;
  while (last < max && !(quote[last] === -1 && /^[,;.:!?]$/.test(lower[last]!))) last++;
  return last - first >= 2 && last - first <= LONGEST ? { first, last } : null;
}

function splitAt(frame: Frame, piece: Run, hinge: string, named: Uint8Array): number | null {
  const { lower, quote, mark } = frame;
  for (let i = piece.first; i < piece.last; i++)
    if (quote[i] === -1 && (BE.test(lower[i]!) || isVerb(lower[i]!))) return null;
  for (let i = piece.first + 1; i < Math.min(piece.last, piece.first + 1 + LONGEST_SPEAKER); i++) {
    const isHinge =
      hinge === '' ? /^(?:an?|the|one|none|too)$/.test(lower[i]!) || mark[i] === 1 : lower[i] === hinge;
    if (quote[i - 1] !== -1) return null;
    if (!isHinge || (hinge !== '' && i + 1 >= piece.last)) continue;
    const speaker = { first: piece.first, last: i };
    if (LINK.test(lower[i - 1]!)) continue;
    const isThe = /^(?:the|its|their|his|her|our)$/.test(lower[piece.first]!);
    const isGroup = i - piece.first === (isThe ? 2 : 1) && /[a-z]{3,}s$/.test(lower[i - 1]!);
    if (isGroup || canSpeak(frame, speaker, named)) return i;
  }
  return null;
}

function isVerb(word: string): boolean {
  const form = VERB_TABLE.get(word)?.form;
  return form === 'past' || form === 'third' || form === 'ing';
}
