import type { Modality } from '../model/claim';

// Own writing. Base forms; inflections are made in `inflect.ts`.

/**
 * How a verb takes what was said: `say` a quotation or a clause, `think` a clause, `do` an infinitive,
 * `judge` a noun (“rejected the plan”), `as` a noun and what it is called (“views X as Y”).
 */
export type CueFrame = 'say' | 'think' | 'do' | 'judge' | 'as';

/** Cue verbs by the way they take their content, and by the kind of statement they make. */
export const CUE_VERBS: Readonly<Record<CueFrame, Partial<Record<Modality, string>>>> = {
  say: {
    assertion:
      'say tell add note state report announce write tweet explain continue argue declare recall reply respond reveal ' +
      'insist claim assert contend maintain acknowledge admit concede confirm disclose remark observe mention stress ' +
      'emphasize emphasise underline underscore reiterate repeat conclude comment ask wonder question quip joke shout yell ' +
      'whisper cry exclaim boast brag inform notify testify post read testify assure remind point confess lament ' +
      'complain cite quote recount relate elaborate clarify counter retort interject interrupt muse opine signal indicate ' +
      'suggest show find hint imply attest affirm pronounce proclaim volunteer venture vouch utter sigh snap thunder shrug ' +
      'deadpan tease text message email summarize summarise document',
    accusation: 'allege charge accuse blame grumble fume rail scoff sneer',
    prediction: 'predict warn forecast caution foresee prophesy project estimate',
    proposal: 'propose recommend urge advise demand plead counsel',
    commitment: 'promise vow pledge swear',
    refusal: 'deny',
  },
  think: {
    assertion:
      'believe think know feel understand learn assume suppose guess doubt realize realise suspect figure sense',
    prediction: 'expect hope fear anticipate worry bet dread',
    evaluation: 'regret deem reckon',
    commitment: 'decide intend',
  },
  do: {
    proposal: 'call push ask order press invite implore beg encourage beseech',
    commitment: 'agree plan offer threaten undertake commit aim seek want wish',
    refusal: 'refuse decline',
  },
  judge: {
    accusation:
      'criticize criticise condemn denounce slam blast attack decry mock ridicule assail deride deplore lambaste berate bash rebuke',
    evaluation:
      'praise hail applaud support endorse oppose welcome laud commend favor favour back defend tout dismiss question approve ' +
      'disapprove dispute challenge echo doubt celebrate salute',
    refusal: 'reject rebuff repudiate disavow',
    proposal: 'advocate',
  },
  as: {
    evaluation:
      'call describe view see regard characterize characterise label brand portray depict consider dub paint cast term deem',
  },
};

/** Past and participle of the irregular ones among the cue verbs: base, past, participle. */
export const IRREGULAR: readonly (readonly [string, string, string])[] = [
  ['say', 'said', 'said'],
  ['tell', 'told', 'told'],
  ['write', 'wrote', 'written'],
  ['swear', 'swore', 'sworn'],
  ['foresee', 'foresaw', 'foreseen'],
  ['forecast', 'forecast', 'forecast'],
  ['think', 'thought', 'thought'],
  ['know', 'knew', 'known'],
  ['feel', 'felt', 'felt'],
  ['understand', 'understood', 'understood'],
  ['bet', 'bet', 'bet'],
  ['read', 'read', 'read'],
  ['find', 'found', 'found'],
  ['show', 'showed', 'shown'],
  ['see', 'saw', 'seen'],
  ['cast', 'cast', 'cast'],
  ['plead', 'pleaded', 'pleaded'],
  ['beg', 'begged', 'begged'],
  ['undertake', 'undertook', 'undertaken'],
  ['seek', 'sought', 'sought'],
  ['beseech', 'beseeched', 'beseeched'],
];

/** Nouns that are themselves the cue (“the accusation that …”, “Okoye's warning of …”). */
export const CUE_NOUNS: Partial<Record<Modality, string>> = {
  assertion:
    'statement claim assertion remark comment message announcement argument view belief opinion report testimony account explanation ' +
    'declaration assessment suggestion conclusion admission acknowledgement acknowledgment confirmation reminder contention impression',
  accusation: 'accusation allegation charge complaint criticism denunciation condemnation',
  prediction: 'prediction forecast warning expectation hope fear worry concern estimate',
  proposal: 'proposal call demand recommendation appeal plea suggestion request',
  commitment: 'promise pledge vow threat commitment offer',
  evaluation: 'praise support endorsement',
  refusal: 'refusal denial rejection',
};

/** Nouns of people, bodies and texts that can speak without being named. */
export const SPEAKERS =
  'official officials spokesman spokeswoman spokesperson spokespeople minister ministers secretary president chief head leader leaders ' +
  'senator senators congressman congresswoman lawmaker lawmakers member members representative representatives governor mayor judge ' +
  'court prosecutor prosecutors lawyer lawyers attorney attorneys police officer officers sheriff commander general colonel soldier soldiers ' +
  'analyst analysts expert experts scholar scholars professor researcher researchers scientist scientists economist economists author authors ' +
  'writer editor editors journalist journalists reporter reporters columnist critic critics commentator commentators observer observers ' +
  'source sources witness witnesses resident residents villager villagers neighbor neighbour neighbors neighbours survivor survivors relatives ' +
  'supporter supporters opponent opponents rival rivals candidate candidates voter voters democrats republicans conservatives liberals ' +
  'activist activists protester protesters demonstrators dissident dissidents rebel rebels militant militants insurgents fighters opposition ' +
  'participant participants attendee attendees host hosts organizer organizers organiser organisers delegate delegates guest guests individuals ' +
  'government administration ministry department agency committee commission council parliament congress senate house assembly cabinet ' +
  'party campaign camp group groups organization organisation company firm bank union team board institute foundation network coalition alliance ' +
  'report reports study studies survey surveys poll polls newspaper newspapers media magazine outlet website paper statement document documents ' +
  'letter article headline memo filing lawsuit complaint data figures records ' +
  'people man woman men women person father mother wife husband son daughter brother sister friend friends colleague colleagues aide aides adviser ' +
  'advisers advisor advisors ambassador envoy diplomat diplomats negotiator negotiators student students teacher teachers doctor doctors patient ' +
  'coach player director manager executive chairman chairwoman chair founder owner worker workers farmer farmers veteran veterans pastor priest ' +
  'bishop pope imam cleric clerics some many most others few several both everyone nobody someone anyone one those all authorities public';

/** Pronouns that can be a source; the third person points back to somebody named before. */
export const PRONOUNS = 'he she they i we you it who';
