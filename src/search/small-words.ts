// Articles, pronouns, prepositions, auxiliaries and question words: what a question says besides what it asks about.
const SMALL_WORDS = new Set(
  `a about after again all also am an and any anyone anything are article as at be because been before being but by can could did do does
  doing done during else even ever everyone for from get gets go goes going got had has have he her here hers herself him himself his how
  i if in into is it its itself just let like me might more most much must my no nor not of off on once one or our out over own shall she
  should since so some someone something such tell than that the their them themselves then there these they this those through to too
  under until up upon us very was we were what when where whether which while who whom whose why will with would yet you your`.split(
    /\s+/,
  ),
);

/** True of words that say little by themselves ("when did … ?"), single letters of an alphabet among them. */
export const isSmallWord = (term: string): boolean =>
  SMALL_WORDS.has(term) || (/^\p{L}$/u.test(term) && !/^\p{Lo}$/u.test(term));
