/** How something is said. */
export type SayingManner =
  /** “said”, “wrote”, “announced”. */
  | 'say'
  /** “asked”, “questioned”: nothing is claimed. */
  | 'ask'
  /** “denied”: the opposite is claimed. */
  | 'deny'
  /** “suggested”, “hinted”: less than saying it. */
  | 'hint'
  /** “confirmed”, “declared”, “proved”: more than saying it. */
  | 'assert'
  /** “alleged”, “claimed”: the reporter keeps off it. */
  | 'allege'
  /** “showed”, “found”: a thing may be the source. */
  | 'show'
  /** “promised”, “urged”, “wants”: what is to be. */
  | 'want'
  /** “believes”, “fears”, “knows”. */
  | 'think'
  /** “praised”, “called”, “criticized”: a judgement. */
  | 'judge';

/** A verb by which something is said. */
export interface SayingVerb {
  readonly lemma: string;
  readonly manner: SayingManner;
  /** It may stand before its speaker: “said Ida Crome”. */
  readonly isInvertible: boolean;
  /** Whether this form is a noun as well: “report”, “claims”. */
  isNoun(form: string): boolean;
}

/** Forms with their plain form first; the past is regular unless it is given. `+`: invertible; `*`: its plain form and its third person are nouns as well. */
const VERBS: Readonly<Record<SayingManner, string>> = {
  say: 'say+/says/said/saying tell/tells/told/telling add+ note+* report+* announce+ state* write+/writes/wrote/written/writing tweet+* explain+ reply+* respond+ answer+* comment+* remark+* mention* describe observe+ recall+ stress+ emphasize+ emphasise+ underline repeat+ quip+ joke+* read*/reads/read/reading testify+ quote* cite elaborate clarify detail* point* shout+* cry+* argue+ recount+ counter+* quote* warn+ predict+ forecast* caution+* acknowledge+ admit+/admits/admitted/admitting concede+ confess+ conclude+ echo* post* highlight* outline* tout lament+* muse+ interject+',
  ask: 'ask+ inquire enquire question+* wonder+*',
  deny: 'deny dispute* refute reject rebut dismiss',
  hint: 'suggest+ hint+* imply insinuate indicate+ signal+*/signals/signaled/signaling signal/signals/signalled/signalling',
  assert:
    'confirm+ declare+ reveal+ disclose assure insist+ assert+ maintain+ affirm+ swear/swears/swore/sworn/swearing proclaim+ certify guarantee* reiterate+ vouch contend+',
  allege: 'claim+* allege+ accuse charge* complain+ blame* purport',
  show: 'show*/shows/showed/shown/showing find*/finds/found/finding demonstrate document* estimate* calculate determine detect discover measure*',
  want: 'promise+* pledge+* vow+* demand+* urge+* propose+ recommend request* order* command* threaten+ advise+ want hope* intend plan* seek/seeks/sought/seeking wish* refuse+* decline* agree offer* oppose support* endorse favor* favour* encourage encourage',
  think:
    'believe think/thinks/thought/thinking know/knows/knew/known/knowing expect fear+* worry+* feel/feels/felt/feeling doubt* suspect* learn realize realise understand/understands/understood/understanding view* anticipate regret* remember',
  judge:
    'call* praise* criticize criticise condemn denounce slam* blast* attack* defend hail* mock* label* ridicule* deride decry object* ridicule* compare credit* characterize characterise portray rebuke* applaud welcome* laud thank question*',
};

const FORMS = new Map<string, SayingVerb>();
for (const [manner, verbs] of Object.entries(VERBS) as [SayingManner, string][])
  for (const entry of verbs.split(' ')) {
    const [marked = '', ...given] = entry.split('/');
    const lemma = marked.replace(/[+*]+$/, '');
    const [, ...inflected] = given.length ? [lemma, ...given] : inflectionsOf(lemma);
    const third = inflected[0] ?? lemma;
    const verb: SayingVerb = {
      lemma,
      manner,
      isInvertible: marked.includes('+'),
      isNoun: (form) => marked.includes('*') && (form === lemma || form === third),
    };
    for (const form of [lemma, ...inflected]) if (!FORMS.has(form)) FORMS.set(form, verb);
  }

/** Plain form, third person, past, -ing. */
function inflectionsOf(lemma: string): string[] {
  if (/[^aeiou]y$/.test(lemma))
    return [lemma, `${lemma.slice(0, -1)}ies`, `${lemma.slice(0, -1)}ied`, `${lemma}ing`];
  if (lemma.endsWith('e')) return [lemma, `${lemma}s`, `${lemma}d`, `${lemma.slice(0, -1)}ing`];
  const third = /(?:s|sh|ch|x)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  const doubled = /^(?:plan|quip|slam|quip|admit|rebut|refer)$/.test(lemma) ? lemma + lemma.slice(-1) : lemma;
  return [lemma, third, `${doubled}ed`, `${doubled}ing`];
}

/** The verb of saying that a word in small letters is a form of. */
export const lemmaOf = (word: string): SayingVerb | undefined => FORMS.get(word);
