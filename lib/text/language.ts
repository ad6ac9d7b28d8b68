/**
 * Small words that English does not have, of the languages news sites are written in most: German, Dutch, Scandinavian,
 * French, Spanish, Portuguese, Italian, Romanian, Polish, Czech, Hungarian, Finnish, Turkish, Indonesian. Own list.
 */
const OTHER = new Set(
  `der das und ist nicht ein eine einen dem den des mit auf für von sich auch wird wie aus bei nach sind oder haben hat
  het een van niet voor zijn maar ook werd deze naar dat wordt og det som på til av er ikke har av med för att den och
  är inte också vil var fra ble le les des est une dans pour que qui sur pas avec plus ce cette sont mais au aux du et
  el los las una por con para del se su al como más pero ha sus fue o os um uma não com dos da na no ao mais foi pela
  il lo gli di che è un per sono della dei nel alla più anche si și la în cu pe care este mai din nu w i na z do się
  nie że jest to o od jak ale v ve bir bu da de için ile çok olarak daha je se že s by jsou ale yang dan di ini itu
  dengan untuk tidak dari pada adalah akan az egy hogy nem és van volt ja on ei että mutta oli ovat`
    .split(/\s+/)
    .filter(
      (word) =>
        !['do', 'on', 'no', 'to', 'i', 'o', 's', 'by', 'an', 'as', 'van', 'plus', 'per', 'con'].includes(
          word,
        ),
    ),
);

/** Small words of English that stand in almost every sentence. Own list. */
const ENGLISH = new Set(
  `the of and to in that for with was were is are has have had by from at an it its his her their not but they who which
  this be been would will after said on as about more than into over out up when there what`.split(/\s+/),
);

// Shorter texts are taken for English: too little to tell, and a headline lost would be worse.
const FEWEST_WORDS = 20;
const LOOKED_AT = 6_000;
const SHARE_OF_OTHER = 0.07;
// A long text without any of English's small words is in a language that the list does not know.
const LONG = 100;
const LEAST_ENGLISH = 0.02;

/**
 * Whether the engines for English should read a text. Only evidence *for* another language says no: letters of another
 * script, or another language's small words. Tables, lists of names and headlines, which have few small words at all,
 * are read.
 */
export function looksEnglish(text: string): boolean {
  const start = text.slice(0, LOOKED_AT);
  const words = start.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (isOtherScript(start)) return false;
  if (words.length < FEWEST_WORDS) return true;
  const other = words.filter((word) => OTHER.has(word)).length;
  const english = words.filter((word) => ENGLISH.has(word)).length;
  if (words.length >= LONG && english < LEAST_ENGLISH * words.length) return false;
  return other < SHARE_OF_OTHER * words.length || english > other;
}

function isOtherScript(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters > FEWEST_WORDS && latin < letters / 2;
}
