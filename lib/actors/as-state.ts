import { speechVerbs } from './lexicon/lexicon';
import type { Reading } from './reading';

const AUXILIARIES = new Set(
  'has|have|had|is|was|will|would|could|should|must|may|might|does|did|appears|seems|still|also|now|never|not'.split(
    '|',
  ),
);
const ACTS = new Set(
  'wants|seeks|sought|refuses|refused|agrees|agreed|plans|planned|aims|hopes|tries|tried|backs|backed|supports|supported|opposes|opposed|blames|blamed|threatens|threatened|decides|decided|hosts|hosted|recognises|recognised|recognizes|recognized|fears|intends|signed|imposed|expelled|recalled|summoned|withdrew|launched|invaded|sent|offered|lifted|banned|using|trying|seeking|planning|preparing|hosting|backing|supporting|considering|pushing|pressing|pressed|urged|rejected|condemned|closed|reopened|deployed|sells|buys|recognised|recognized|willing|ready|able|unable|eager|keen|to'.split(
    '|',
  ),
);
const STATE_NOUNS = new Set(
  'government|policy|policies|demands|interests|motives|expectations|position|objectives|goals|aims|decision|response|influence|ambassador|foreign|president|prime|parliament|military|army|ministry|minister|intelligence|leaders|leadership|rulers|stance|support|backing|offer|refusal|claims|accusations|allies|ally|nuclear|relations|authorities|officials|strategy|hopes|concerns|ability'.split(
    '|',
  ),
);
const RELATIONS = new Set(
  'tensions|tension|relations|ties|talks|negotiations|dispute|agreement|cooperation|deal|alliance|treaty|ceasefire|truce'.split(
    '|',
  ),
);
const QUALITIES = new Set(
  'former|new|current|own|outgoing|interim|acting|next|last|late|then|top|senior'.split('|'),
);
const SENT = new Set('ambassador|ambassadors|envoy|envoys|emissary'.split('|'));
const DEALT_WITH = new Set(
  'pressure|pressured|pressuring|accuse|accused|accusing|blame|blamed|blaming|urge|urged|urging|warn|warned|warning|trust|distrust|mistrust|press|pressed'.split(
    '|',
  ),
);

const HEADS = new Set(['president', 'premier', 'king', 'queen', 'chancellor', 'emir', 'prime']);

/** What stands in a landscape or a town has no government. */
const FEATURES = new Set(
  'sea|ocean|gulf|bay|strait|straits|channel|river|lake|delta|mountain|mountains|mount|valley|desert|forest|peninsula|street|road|avenue|square|park|bridge|airport|station|port|stadium|hotel|hospital|school|university|building|tower|palace|mosque|church|cathedral|centre|center|hall|prison|camp|dam|mine'.split(
    '|',
  ),
);

/** "President Ivo Lanz of Galdia": a title and a name before "of". `at` is the name's last word. */
function headOfState({ lower, capital }: Reading, at: number): boolean {
  let start = at;
  while (start > at - 4 && capital[start - 1]) start -= 1;
  return capital[at] === true && start < at && HEADS.has(lower[start] ?? '');
}

/** Whether the place at tokens `from`…`to` stands for its government here: it speaks, decides, owns a policy, or is dealt with. */
export function actsAsState(reading: Reading, from: number, to: number): boolean {
  const { lower } = reading;
  if (FEATURES.has(lower[to - 1] ?? '') || FEATURES.has(lower[to] ?? '')) return false;
  let after = to;
  let helped = false;
  while (
    after < to + 4 &&
    (AUXILIARIES.has(lower[after] ?? '') || /^(?:long|already|often|\p{L}+ly)$/u.test(lower[after] ?? ''))
  ) {
    helped ||= AUXILIARIES.has(lower[after] ?? '');
    after += 1;
  }
  const next = lower[after] ?? '';
  if (speechVerbs.has(next) || (ACTS.has(next) && (helped || next !== 'to'))) {
    return !['in', 'at', 'from', 'near', 'of'].includes(lower[from - 1] ?? '');
  }
  if (lower[to] === "'s" || lower[to] === "'") {
    const owned = QUALITIES.has(lower[to + 1] ?? '') ? to + 2 : to + 1;
    return STATE_NOUNS.has(lower[owned] ?? '');
  }
  if (lower[to] === 'government' || lower[to] === 'authorities') return true;
  const before = lower[from - 1] ?? '';
  if (DEALT_WITH.has(before) && !reading.capital[from - 1]) return true;
  if (before === 'of' && headOfState(reading, from - 2)) return true;
  if (before === 'to' && SENT.has(lower[from - 2] ?? '')) return true;
  const first = before === 'and' && ['between', 'with'].includes(lower[from - 3] ?? '') ? from - 3 : from - 1;
  return ['between', 'with'].includes(lower[first] ?? '') && RELATIONS.has(lower[first - 1] ?? '');
}
