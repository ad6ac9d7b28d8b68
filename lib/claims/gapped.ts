import type { Attribution } from './attribution';
import type { Frame, Run } from './frame';
import { VERB_TABLE } from './inflect';
import { canSpeak } from './noun-phrases';

// A verb that takes a thing and what it is called or taken for, or a thing that is hoped, feared or seen in it.
const BARE =
  /^(?:call|describe|view|see|regard|label|brand|consider|dub|deem|want|demand|expect|fear|hope|promise|read|find)$/;
const HINGE = /^(?:of|for|as)$/;
const BE =
  /^(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|does|did|do|to|that|who|which)$/;
const LINK = /^(?:of|for|from|in|at|on|to|with|by|and|or|but)$/;
const LONGEST = 14;
const LONGEST_SPEAKER = 6;
const MOST = 4;
const SCORE = 0.5;

/**
 * Speakers who share the verb of the one before them: “called it a gift, her colleague a trap”, “speaks of betrayal, the union of
 * common sense”. Each takes the cue of the first; nothing is found where a verb stands in between or the words are taken.
 */
export function gappedAttributions(
  frame: Frame,
  found: readonly Attribution[],
  taken: Uint8Array,
  named: Uint8Array,
): Attribution[] {
  return found.flatMap((attribution) => {
    const { cue, source, content } = attribution;
    const end = content.at(-1)!.last;
    if (!cue || !source || source.last > cue.first || content[0]!.first < cue.last) return [];
    if (frame.quote[cue.first] !== -1 || frame.sentence[end - 1] !== frame.sentence[cue.first]) return [];
    const hinge = hingeOf(frame, cue, content[0]!);
    if (hinge === null) return [];
    const added: Attribution[] = [];
    let at = end;
    while (added.length < MOST) {
      const piece = pieceAfter(frame, at, frame.sentences[frame.sentence[cue.first]!]!.last);
      if (!piece || taken.subarray(piece.first, piece.last).includes(1)) break;
      const split = splitAt(frame, piece, hinge, named);
      if (split === null) break;
      const from = hinge === '' ? split : split + 1;
      added.push({
        source: { first: piece.first, last: split },
        cue,
        content: [{ first: from, last: piece.last }],
        score: SCORE,
        why: ['clause', 'cue-verb'],
      });
      at = piece.last;
    }
    return added;
  });
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
    const isHinge = hinge === '' ? /^(?:an?|the|too)$/.test(lower[i]!) || mark[i] === 1 : lower[i] === hinge;
    if (quote[i - 1] !== -1) return null;
    if (!isHinge || (hinge !== '' && i + 1 >= piece.last)) continue;
    const speaker = { first: piece.first, last: i };
    if (LINK.test(lower[i - 1]!)) continue;
    const isGroup = i - piece.first === 1 && /[a-z]{3,}s$/.test(lower[piece.first]!);
    if (isGroup || canSpeak(frame, speaker, named)) return i;
  }
  return null;
}

function isVerb(word: string): boolean {
  const form = VERB_TABLE.get(word)?.form;
  return form === 'past' || form === 'third' || form === 'ing';
}
