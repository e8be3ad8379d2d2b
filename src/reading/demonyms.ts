/** Countries with the words for their people that share too few letters with them to be told from their names. */
const ROWS =
  'Poland Polish Pole Poles|Denmark Danish Dane Danes|Sweden Swedish Swede Swedes|Finland Finnish Finn Finns|France French|Netherlands Dutch Holland|Spain Spanish Spaniard Spaniards|Switzerland Swiss|Greece Greek Greeks|Turkey Turkish Turk Turks|Britain British Briton Britons|Wales Welsh|Scotland Scottish Scot Scots|Ireland Irish|Germany German Germans|Norway Norwegian Norwegians|Portugal Portuguese|Czechia Czech Czechs|Slovakia Slovak Slovaks|Serbia Serb Serbs|Croatia Croat Croats|Ukraine Ukrainian Ukrainians|Kazakhstan Kazakh Kazakhs|Afghanistan Afghan Afghans|Thailand Thai Thais|Philippines Philippine Filipino Filipinos|Israel Israeli Israelis|Iraq Iraqi Iraqis|Cyprus Cypriot Cypriots|Iceland Icelandic|Peru Peruvian Peruvians|Congo Congolese|Vietnam Vietnamese|Taiwan Taiwanese|Argentina Argentine Argentines|Quebec Quebecer Quebecers';

const BY_COUNTRY = new Map(
  ROWS.split('|').map((row) => {
    const [country = '', ...words] = row.split(' ');
    return [country, words] as const;
  }),
);

/**
 * Words for the people and things of a country by one of its names, such as “Polish” and “Poles” for Poland, and the
 * plural of an adjective: “Kestrians”.
 */
export const demonymsOf = (name: string): readonly string[] =>
  BY_COUNTRY.get(name.replace(/^the\s/i, '')) ?? (/^\p{Lu}\p{L}+an$/u.test(name) ? [`${name}s`] : []);

/** “Kestrian” and “Chinese”, and not “Kestria”. */
export const isDemonym = (words: string): boolean =>
  /^(?:\p{Lu}\p{L}*\s)?\p{Lu}\p{L}+(?:an|ish|ese|ench|utch|reek|ss|i|ic|sh)$/u.test(words);
