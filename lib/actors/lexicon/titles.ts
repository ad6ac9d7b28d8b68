/** Words that stand before a person's name, lower-cased, separated by `|`. Written for this project. */
export const TITLES =
  'mr|mr.|mrs|mrs.|ms|ms.|mx|miss|dr|dr.|doctor|prof|prof.|professor|rev|rev.|reverend|hon.|sir|dame|lord|lady|sen.|senator|rep.|representative|congressman|congresswoman|gov.|governor|gen.|general|maj.|major|col.|colonel|lt.|lieutenant|capt.|captain|cmdr.|commander|sgt.|sergeant|cpl.|corporal|pvt.|private|adm.|admiral|marshal|brigadier|president|vice-president|ex-president|premier|chancellor|minister|secretary|undersecretary|ambassador|amb.|envoy|consul|king|queen|prince|princess|emperor|empress|sultan|emir|sheikh|sheik|shaikh|shah|tsar|czar|duke|duchess|earl|count|countess|baron|baroness|pope|cardinal|archbishop|bishop|father|sister|brother|pastor|rabbi|imam|mullah|maulana|mufti|ayatollah|hojatoleslam|patriarch|judge|justice|attorney|prosecutor|chairman|chairwoman|chairperson|chair|director|commissioner|speaker|spokesman|spokeswoman|spokesperson|mayor|councillor|councilman|councilwoman|councilor|alderman|sheriff|deputy|detective|inspector|superintendent|constable|officer|chief|coach|actor|actress|singer|author|writer|journalist|lawyer|candidate|leader|lawmaker|analyst|activist|economist|candidate|mp|cleric|warlord|dictator|billionaire|co-founder|founder|ceo|economist|tycoon|comedian|footballer|striker|goalkeeper|midfielder|golfer|rapper|astronaut|engineer|nobel laureate|first lady|prime minister|foreign minister|defense minister|defence minister|interior minister|finance minister|vice president|attorney general|secretary general|secretary-general|lieutenant general|major general|brigadier general|lieutenant colonel|chief executive|chief justice|crown prince|army chief|police chief|opposition leader|party leader|supreme leader|secretary of state|director general|director-general|first minister|deputy prime minister|chief minister|head coach';

/** Titles that are part of no name even when capitalised, and end a run of capitals before a person: `President Odum`. */
export const HONORIFICS =
  'mr|mr.|mrs|mrs.|ms|ms.|mx|miss|dr|dr.|prof|prof.|rev|rev.|sir|dame|hon.|sen.|rep.|gov.|gen.|maj.|col.|lt.|capt.|cmdr.|sgt.|cpl.|pvt.|adm.|amb.|pres.';

/** What may stand after a name and still belongs to it. */
export const NAME_SUFFIXES = 'jr|jr.|sr|sr.|ii|iii|iv';

/** Lower-case particles inside personal names. */
export const NAME_PARTICLES =
  'de|da|do|dos|das|del|della|di|du|la|le|van|von|der|den|ter|ten|bin|ibn|bint|al|el|ul|ur|abu|ben|zu|y|e|mac|st|af|av|san|dal';
