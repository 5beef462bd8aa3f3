import { lowerCase } from '../../text/lowerCase';
import { MOST_WORDS, remembered } from '../../text/remembered';
import { BODY_NOUNS, HONORIFICS, NOT_NAMES, ROLE_MODIFIERS, ROLE_NOUNS, TITLES, TITLE_ABBREVIATIONS } from '../../syntax/vocabulary';

/** Words that open sentences, or stand in a row of capitals without being part of a name. */
const FUNCTION_WORDS: ReadonlySet<string> = words(`
  i i'm i'd i'll i've also although am absolutely actually again all always any anyway and another apologies anybody anyone because been before
  being besides both briefly can cannot certainly clearly correct could dear did do does done during each earlier either else even every
  everybody everyone everything exactly excellent except fair few fine following for from further fourth firstly fourthly good goodbye got
  great had hang has have having he'd he'll he's hello here's hey hi how's honestly hopefully if indeed instead is isn't it's just keep last
  lastly later let let's lets like likewise look lovely many maybe me mine more moreover most much my myself nevertheless never nice no
  nobody none nonetheless nor not nothing now obviously of oh ok okay on once only or other others otherwise ought ours over overall own
  particularly perhaps personally please possibly presumably probably quickly quite rather really regarding right same secondly see
  several shall she'd she'll she's should similarly since so some somebody someone something sometimes soon sorry still sure surely
  than thank thanks that's the then there's therefore they'd they'll they're they've third thirdly though through thus today
  tomorrow tonight too towards true turning two three under unfortunately unless until up us usually very via wait was wasn't we'd we'll
  we're we've welcome well were what's whatever whenever where's whereas wherever whether whichever while who's whoever whom whose
  with within without won't would yeah yep yes yesterday yet you'd you'll you're you've your yours yourself afternoon evening morning
  according across after against along alongside among amongst around aside at away by down despite given in into near next off onto out
  outside per plus post pre rather re round say says said shan't speaking sitting tell think understood as but to it's ask asked
  evidently essentially finally first fortunately furthermore generally hence ideally inevitably interestingly meanwhile
  naturally namely ultimately typically first second
`);

/** Words that many names are made of and that are also ordinary words, in lower case. */
const ORDINARY_GIVEN_NAMES: ReadonlySet<string> = words(`
  will mark grace may rose hope faith joy bill pat rob sue jack art drew guy dean frank grant chase miles max penny summer june april august
  dawn eve ivy lily olive pearl ruby violet iris daisy hazel heather holly robin jay christian earl duke king prince major victor norm
  gene ray rich nick buck chuck dick don hank josh jimmy peg skip stew ward wade carol crystal amber ginger angel destiny charity mercy
  patience constance prudence baron basil case clay cliff colt dale dusty forest glen heath hunter hardy lane lance linden mason cooper
  parker porter carter page sage ridge reed rusty sandy stone sterling tanner trip tucker wolf woody harry pierce chip bob rod van bud
  gay jean sonny sunny star sky rain river brook brooke honor honour justice verity noble judge bishop pope abbot hall 
  young long short white black brown green grey gray little small field fields wood woods hill banks rivers waters bush
  job so see an my ray lee sun song man wing
`);

const MONTHS: ReadonlySet<string> = words('january february march april may june july august september october november december');

/** Given names that are also places: after a preposition of place they are the place. */
const PLACE_GIVEN_NAMES: ReadonlySet<string> = words(`
  chelsea paris london sydney jordan israel georgia virginia florence charlotte austin dallas houston lincoln kent devon chad india china america
  brooklyn bristol carolina asia savannah victoria adelaide alexandria orlando madison jackson denver phoenix kenya ireland
  holland francis louisiana montana dakota cheyenne lourdes salem nelson wellington stafford warwick preston chester lancaster clare
  derby sutton barnet stanley kingston darwin perth geneva siena milan bronx camden aurora lorraine cork ross
`);

/** Words that are capitalised in the names of places, bodies and documents, not of persons. */
const NO_NAME: ReadonlySet<string> = words(`
  january february march april june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday christmas easter
  north south east west northern southern eastern western central upper lower greater inner outer new old great royal national
  international global local regional european british english scottish welsh irish american french german chinese indian african asian
  england britain europe america wales scotland ireland london france germany spain italy china india africa australia canada
  kingdom states state republic union commonwealth islands island county city borough town village parish street road lane avenue square
  court green house hall park centre center hospital clinic school college university academy institute airport bridge harbour station
  tower towers building buildings terrace gardens market palace castle church cathedral temple abbey mosque garden estate
  act bill report review strategy plan project programme program operation policy paper code charter agreement treaty protocol convention
  scheme initiative campaign inspectorate services prison prisons health justice crime police policing safety community communities
  mental public social care housing education transport security defence treasury revenue customs exchequer environment
  energy finance planning legal digital data system systems unit group groups partnership partnerships alliance network fund
  foundation trust society association federation council committee commission cabinet parliament assembly senate congress government
  ministry department office agency authority board panel taskforce force forces team teams staff college command
  bank company limited ltd plc inc corporation industries holdings partners llp times post mail guardian herald news
  day week month year term spring autumn winter summer games cup league club united rovers
  st saint mount lake river sea ocean valley forest hill hills coast bay port fort point mill
  human rights young people women children men youth victims families officers service users business works pension
  black white asian minority ethnic grand green red blue gold silver bronze big super open free total
  english language literature mathematics science sciences medicine engineering history research development learning studies
  part section chapter table figure appendix annex page volume column line item question
  zoom teams skype google facebook twitter youtube microsoft apple amazon
  covid brexit internet parliament westminster whitehall god lord's majesty majesty's highness
  tribunal inquiry hearing session meeting summit conference forum event award awards prize medal
  standing orders order rules regulation regulations directive guidance framework blueprint toolkit model assessment
  fire rescue ambulance emergency response operations management integrated joint multi agency
  federal reserve fed bureau district circuit
  labour conservative conservatives liberal democrats democrat democratic republican party greens tory
`);

/** Titles that stand before any surname; after them a capital is a person's name even when nothing else is known. */
const PERSONAL_TITLES: ReadonlySet<string> = words(`
  mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron viscount earl rev reverend cllr councillor senator congressman
  congresswoman captain sergeant constable superintendent inspector colonel m mme mlle
`);

/** Titles that stand before a given name alone. */
const GIVEN_TITLES: ReadonlySet<string> = words('sir dame sister brother father lady');

/** What may follow a name that begins a sentence and is also an ordinary word, when it is the name ("Will has said"). */
const PREDICATES: ReadonlySet<string> = words(`
  is was has had said says mentioned talked told asked explained described raised touched referred pointed outlined alluded agreed made
  knows thinks and or also will would can could might should must does did from at in of with put gave spoke talks
  reminded suggested noted added started wanted highlighted picked set then just here there
`);

/** Abbreviations that a full stop ends without ending a sentence. */
const ABBREVIATIONS: ReadonlySet<string> = words(
  'mr mrs ms dr prof rev hon sen rep gov gen col lt capt maj sgt cpl cllr st m mme mlle rt messrs fr jr sr',
);

/** After these a name stands as after a comma: "on Monday Sara said", "in London Sara can". */
const PLACES_AND_DAYS: ReadonlySet<string> = words(`
  monday tuesday wednesday thursday friday saturday sunday london england britain scotland wales ireland europe america canada australia france germany
  christmas easter january february october november december september
`);

const DETERMINERS: ReadonlySet<string> = words('the a an this that these those our their its his her your my every each some any no');

const PLACE_PREPOSITIONS: ReadonlySet<string> = words('in from to at across near around through into within outside over between of');

const DATE_WORDS: ReadonlySet<string> = words(
  'in by since until till before after during last next this early late mid from of to end every each between on and january february march',
);

export function isFunctionWord(lower: string): boolean {
  return FUNCTION_WORDS.has(lower) || NOT_NAMES.has(lower);
}

export function isTitleWord(word: string): boolean {
  return TITLE_ABBREVIATIONS.has(word) || TITLES.has(lowerCase(word));
}

export function isPersonalTitle(lower: string): boolean {
  return PERSONAL_TITLES.has(lower);
}

export function takesGivenName(lower: string): boolean {
  return GIVEN_TITLES.has(lower);
}

export function isAbbreviation(lower: string): boolean {
  return ABBREVIATIONS.has(lower);
}

export function isPlaceOrDay(lower: string): boolean {
  return PLACES_AND_DAYS.has(lower);
}

export function isHonorific(word: string): boolean {
  return HONORIFICS.has(word.endsWith('.') ? word.slice(0, -1) : word);
}

export function isRoleWord(lower: string): boolean {
  return ROLE_NOUNS.has(lower) || ROLE_MODIFIERS.has(lower);
}

export function isRoleNoun(lower: string): boolean {
  return ROLE_NOUNS.has(lower);
}

export function isBodyNoun(lower: string): boolean {
  return BODY_NOUNS.has(lower);
}

/** Whether a word, capitalised, can be part of a name that the document shows for the first time. */
export const canBeName = remembered(MOST_WORDS, (word) => {
  const lower = word.toLowerCase();
  if (!/^\p{Lu}[\p{L}\p{M}]*\p{Ll}/u.test(word) && !/^(?:O['’]|\p{Lu}\p{Ll}+-)\p{Lu}/u.test(word)) return false;
  if (isFunctionWord(lower) || NO_NAME.has(lower) || isTitleWord(word) || isRoleWord(lower) || BODY_NOUNS.has(lower)) return false;
  const one = lower.replace(/s$/, '');
  return !BODY_NOUNS.has(one) && !NO_NAME.has(one) && !HONORIFICS.has(word) && !ROLE_NOUNS.has(one);
});

export function isOrdinaryGivenName(folded: string): boolean {
  return ORDINARY_GIVEN_NAMES.has(folded);
}

export function isPlaceGivenName(folded: string): boolean {
  return PLACE_GIVEN_NAMES.has(folded);
}

export function isMonth(folded: string): boolean {
  return MONTHS.has(folded);
}

export function isPredicate(lower: string): boolean {
  return PREDICATES.has(lower);
}

export function isDeterminer(lower: string): boolean {
  return DETERMINERS.has(lower);
}

export function isPlacePreposition(lower: string): boolean {
  return PLACE_PREPOSITIONS.has(lower);
}

/** Whether a word that stands before a month's name makes it the month: "in May", "12 June". */
export function pointsToDate(lower: string): boolean {
  return DATE_WORDS.has(lower) || /^\d/.test(lower);
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
