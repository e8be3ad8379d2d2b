import { lazily } from '../../lazily.ts';

/** Countries that are none by their ISO code, and adjectives that no ending makes. */
const OTHERS: Readonly<Record<string, string>> = {
  'u.s.': 'United States',
  us: 'United States',
  usa: 'United States',
  america: 'United States',
  american: 'United States',
  'u.k.': 'United Kingdom',
  uk: 'United Kingdom',
  britain: 'United Kingdom',
  british: 'United Kingdom',
  'soviet union': 'Soviet Union',
  soviet: 'Soviet Union',
  england: 'England',
  english: 'England',
  scotland: 'Scotland',
  scottish: 'Scotland',
  wales: 'Wales',
  welsh: 'Wales',
  afghan: 'Afghanistan',
  czech: 'Czechia',
  danish: 'Denmark',
  dutch: 'Netherlands',
  filipino: 'Philippines',
  finnish: 'Finland',
  french: 'France',
  german: 'Germany',
  greek: 'Greece',
  irish: 'Ireland',
  norwegian: 'Norway',
  polish: 'Poland',
  portuguese: 'Portugal',
  saudi: 'Saudi Arabia',
  spanish: 'Spain',
  swedish: 'Sweden',
  swiss: 'Switzerland',
  thai: 'Thailand',
  turkish: 'Turkey',
  turkey: 'Turkey',
};

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/** English names and adjectives of countries, each with the country’s name: those that the platform knows. */
const countries = lazily(() => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const found = new Map<string, string>();
  for (const code of LETTERS.flatMap((first) => LETTERS.map((second) => first + second))) {
    const name = names.of(code);
    // The European Union and the United Nations have a code as well.
    if (!name || /^(?:EU|EZ|UN)$/.test(code)) continue;
    const [lower, stem] = [name.toLowerCase(), name.toLowerCase().replace(/[aeioy]$/, '')];
    for (const each of [
      lower,
      `${lower}n`,
      `${lower}an`,
      `${stem}an`,
      `${stem}ian`,
      `${stem}ese`,
      `${lower}i`,
    ])
      if (!found.has(each) || each === lower) found.set(each, name);
  }
  for (const [each, name] of Object.entries(OTHERS)) found.set(each, name);
  return found;
});

/**
 * The country that a name or an adjective with a capital stands for; null where it is none.
 *
 * @example countryOf('North Korean') // 'North Korea'
 */
export const countryOf = (words: string): string | null => countries().get(words.toLowerCase()) ?? null;
