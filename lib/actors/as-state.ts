import { speechVerbs } from './lexicon/lexicon';
import type { Reading } from './reading';

const AUXILIARIES = new Set(
  'has|have|had|is|was|will|would|could|should|must|may|might|does|did|appears|seems|still|also|now|never|not'.split(
    '|',
  ),
);
const ACTS = new Set(
  'wants|seeks|sought|refuses|refused|agrees|agreed|plans|planned|aims|hopes|tries|tried|backs|backed|supports|supported|opposes|opposed|blames|blamed|threatens|threatened|decides|decided|hosts|hosted|recognises|recognised|recognizes|recognized|fears|intends|signed|imposed|expelled|recalled|summoned|withdrew|launched|invaded|sent|offered|lifted|banned|using|trying|seeking|planning|preparing|hosting|backing|supporting|considering|pushing|pressing|pressed|urged|rejected|condemned|closed|reopened|deployed|sells|buys|recognised|recognized|recalls|supplies|promised|promises|summons|expels|annexed|vetoed|ratified|abstained|condemns|insists|insisted|favours|favors|demands|demanded|mediated|thanked|thanks|sees|regards|reserves|willing|ready|able|unable|eager|keen|to'.split(
    '|',
  ),
);
const STATE_NOUNS = new Set(
  'government|policy|policies|demands|interests|motives|expectations|position|objectives|goals|aims|decision|response|influence|ambassador|foreign|president|prime|parliament|military|army|ministry|minister|intelligence|leaders|leadership|rulers|stance|support|backing|offer|refusal|claims|accusations|allies|ally|nuclear|relations|authorities|officials|strategy|hopes|concerns|ability|plan|plans|view|views|answer|reply|case|worry|worries|misgivings|patience|calculation|eyes|suspicion|enthusiasm|navy|troops|forces|regulator|courts|diplomats|delegation|negotiators|envoy|cabinet|senate|constitution|promise|pledge|protest|warning|denial|silence|mediation|commitment|commitments|obligations'.split(
    '|',
  ),
);
/** Heads of public bodies two words behind a name: "Ghana's harbour authority". */
const PUBLIC_HEADS = new Set(
  'authority|ministry|minister|ministers|agency|regulator|navy|army|parliament|president|commission|court|service|bank'.split(
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
  'asked|asking|thanked|favours|favors|pressure|pressured|pressuring|accuse|accused|accusing|blame|blamed|blaming|urge|urged|urging|warn|warned|warning|trust|distrust|mistrust|press|pressed'.split(
    '|',
  ),
);

const HEADS = new Set(['president', 'premier', 'king', 'queen', 'chancellor', 'emir', 'prime']);

/** What stands in a landscape or a town has no government. */
const FEATURES = new Set(
  'lodge|inn|resort|villa|restaurant|theatre|theater|museum|sea|ocean|gulf|bay|strait|straits|channel|river|lake|delta|mountain|mountains|mount|valley|desert|forest|peninsula|street|road|avenue|square|park|bridge|airport|station|port|stadium|hotel|hospital|school|university|building|tower|palace|mosque|church|cathedral|centre|center|hall|prison|camp|dam|mine'.split(
    '|',
  ),
);

/** "President Ivo Lanz of Galdia": a title and a name before "of". `at` is the name's last word. */
function headOfState({ lower, capital }: Reading, at: number): boolean {
  let start = at;
  while (start > at - 4 && capital[start - 1]) start -= 1;
  return capital[at] === true && start < at && HEADS.has(lower[start] ?? '');
}

/** What comes over a place; whoever else "will" do something decides it. */
const SUFFERED = new Set(
  'be|have|see|get|become|need|remain|stay|feel|experience|receive|face|take'.split('|'),
);

/** "Fiji will stop building sea walls" */
const decides = ({ lower }: Reading, at: number): boolean =>
  /^(?:will|would|must)$/.test(lower[at] ?? '') &&
  /^\p{Ll}+$/u.test(lower[at + 1] ?? '') &&
  !AUXILIARIES.has(lower[at + 1] ?? '') &&
  !SUFFERED.has(lower[at + 1] ?? '');

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
  if (speechVerbs.has(next) || decides(reading, to) || (ACTS.has(next) && (helped || next !== 'to'))) {
    return !['in', 'at', 'from', 'near', 'of'].includes(lower[from - 1] ?? '');
  }
  if (lower[to] === "'s" || lower[to] === "'") {
    const owned = QUALITIES.has(lower[to + 1] ?? '') ? to + 2 : to + 1;
    return (
      STATE_NOUNS.has(lower[owned] ?? '') ||
      (!reading.capital[owned] && PUBLIC_HEADS.has(lower[owned + 1] ?? ''))
    );
  }
  if (lower[to] === 'government' || lower[to] === 'authorities') return true;
  const before = lower[from - 1] ?? '';
  if (DEALT_WITH.has(before) && !reading.capital[from - 1]) return true;
  if (before === 'of' && headOfState(reading, from - 2)) return true;
  if (before === 'to' && SENT.has(lower[from - 2] ?? '')) return true;
  // "talks between Galdia and Velmar", of its second name.
  const first = before === 'and' && ['between', 'with'].includes(lower[from - 3] ?? '') ? from - 3 : from - 1;
  return ['between', 'with'].includes(lower[first] ?? '') && RELATIONS.has(lower[first - 1] ?? '');
}
