/**
 * What the stops of a language are besides the ends of sentences. All words are in small letters, without their last stop;
 * initials and dotted letters (`u.s.a`) need no entry.
 */
export interface Abbreviations {
  /** Stand before a name, and so never end a sentence: `Mr. Rae`. */
  readonly titles: ReadonlySet<string>;
  /** Do not end one before a number: `Jan. 5`, `No. 10`. */
  readonly numbered: ReadonlySet<string>;
  /** End one only where a word follows that often begins one: `Acme Inc. said`, `Acme Inc. It closed`. */
  readonly others: ReadonlySet<string>;
  /** Words that often begin a sentence, and are hardly ever part of a name. */
  readonly starters: ReadonlySet<string>;
  /** A number with a stop is an ordinal: `3. Oktober`. */
  readonly ordinals: boolean;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' ').filter(Boolean));

const language = (
  titles: string,
  numbered: string,
  others: string,
  starters: string,
  ordinals = false,
): Abbreviations => ({
  titles: words(`mr mrs ms ${titles}`),
  numbered: words(numbered),
  others: words(others),
  starters: words(starters),
  ordinals,
});

/** What most languages of Europe share. */
const UNLISTED = language('dr prof', '', 'st', '');

/** By the first part of a BCP 47 tag: the languages that a news reader meets most. */
const BY_LANGUAGE = new Map<string, Abbreviations>([
  [
    'en',
    language(
      'mr mrs ms messrs mx dr prof sen rep gov pres gen lt col maj capt cpl sgt pvt adm cmdr cpt fr rev hon atty supt amb sec det insp e.g i.e vs cf viz mt',
      'jan feb mar apr jun jul aug sep sept oct nov dec no nos n° fig figs p pp vol vols ch art sec para ver approx ca op',
      'st ste ave blvd rd inc corp ltd co cos bros llc plc jr sr esq dept univ assn ft mass calif conn fla wash penn tenn ariz colo minn mich wis okla ore neb ind ill ala ark del ky md mo mont nev vt va wyo d.phil al',
      'the a an this that these those it its he his she her hers we our they their there here i my you your who what when where why how which in on at by for from with without after before since until during while if unless although though because as so but and or nor yet still then now today yesterday tomorrow last next no nobody nothing none some many most few all each every both another other such not also however meanwhile later earlier once only even just perhaps did does do is are was were can could would has have had should',
    ),
  ],
  [
    'de',
    language(
      'hr hrn fr frl dr prof dipl ing hl frhr z.b d.h u.a v.a s.o s.u i.d.r z.t bzw vgl sog ggf evtl inkl exkl zzgl geb gest verh',
      'nr nrn abs art s bd kap ca jan feb febr mär mrz apr jun jul aug sep sept okt nov dez',
      'st str mio mrd tsd bd co usw etc std jh jhdt chr hbf abt ges gebr inh tel',
      'der die das den dem des ein eine einen er sie es wir ihr ich du man dies diese dieser dieses hier da dort dann nun jetzt heute gestern morgen im in am an auf aus bei mit nach seit von vor zu zum zur über unter für gegen ohne um und oder aber doch denn wenn als weil obwohl während nachdem bevor wer was wann wo wie warum kein keine niemand nichts alle viele einige manche auch noch nur so sein seine ihre nicht',
      true,
    ),
  ],
  [
    'fr',
    language(
      'm mm mme mmes mlle mlles dr pr me mgr gén col cap st ste p.ex ex cf av apr',
      'n no nº n° p pp art chap fig vol env janv févr avr juil sept oct nov déc',
      'bd etc éd cie sté',
      'le la les un une des il elle ils elles on nous vous je tu ce cet cette ces ceci cela ça son sa ses leur leurs en au aux dans sur sous par pour avec sans après avant depuis pendant mais et ou donc or ni car si quand lorsque comme qui que quoi où comment pourquoi aucun personne rien tout tous chaque hier aujourd’hui demain puis alors ainsi ensuite',
    ),
  ],
  [
    'es',
    language(
      'sr sra sres sras srta dr dra dres d dña prof profa gral cnel cap lic ing mons ud uds vd vds p.ej',
      'núm n nº pág págs art cap fig vol aprox c ene feb mar abr jun jul ago sep sept oct nov dic',
      'ee uu etc cía avda av',
      'el la los las un una unos unas él ella ellos ellas yo tú usted nosotros esto este esta estos estas ese esa eso su sus se en a al de del por para con sin tras desde hasta durante pero y o ni si cuando aunque como quien que qué quién dónde cómo nadie nada ningún todo todos cada ayer hoy mañana luego entonces así también no ya',
    ),
  ],
  [
    'it',
    language(
      'sig sigg sig.ra sig.na dott dott.ssa prof prof.ssa avv ing arch on sen gen col cap mons p.es es cfr',
      'n nn p pp art cap fig vol gen feb mar apr giu lug ago set sett ott nov dic',
      'ecc',
      'il lo la i gli le un uno una egli ella lui lei essi loro noi io tu questo questa questi queste ciò in nel nella a al alla di del della da dal per con senza dopo prima durante ma e o né se quando come chi che cosa dove perché nessuno niente nulla tutto tutti ogni ieri oggi domani poi allora così non',
    ),
  ],
  [
    'pt',
    language(
      'sr sra srs sras srta dr dra drs prof profa eng gen cel cap mons d p.ex',
      'n nº pág págs art cap fig vol jan fev mar abr mai jun jul ago set out nov dez',
      'etc cia av ltda',
      'o a os as um uma uns umas ele ela eles elas eu tu você nós isto este esta estes estas esse essa isso seu sua seus suas em no na nos nas de do da por para com sem após desde até durante mas e ou nem se quando embora como quem que onde ninguém nada nenhum todo todos cada ontem hoje amanhã depois então assim também não já',
    ),
  ],
  [
    'nl',
    language(
      'dhr mevr mw dr drs prof ir ing mr bijv d.w.z m.b.t t.a.v o.a i.p.v m.n',
      'nr nrs p pp blz art fig jan feb mrt apr jun jul aug sep sept okt nov dec ca',
      'enz etc st mln mld bv chr',
      'de het een hij zij ze wij we ik jij u dit dat deze die er hier daar dan nu vandaag gisteren morgen in op aan bij met naar sinds van voor uit over onder tegen zonder om en of maar want als toen omdat hoewel terwijl nadat voordat wie wat wanneer waar hoe waarom geen niemand niets alle veel sommige ook nog zo zijn haar hun niet',
    ),
  ],
  [
    'pl',
    language(
      'ul al pl os p prof dr hab inż mgr gen płk kpt ks bp św np m.in tzn tj tzw im ppłk',
      'nr s str art ust t tab rys ok r godz',
      'itd itp sp mln mld tys',
      'on ona ono oni one ja ty my wy to ten ta te tam tu w we na o od do po przy z ze za dla bez przed pod nad a i lub ale bo więc jednak jeśli gdy kiedy choć jak kto co gdzie dlaczego nikt nic każdy wszyscy wczoraj dziś jutro potem wtedy nie jest już',
    ),
  ],
  [
    'ru',
    language(
      'г-н г-жа гр ул пл пр просп пер наб им проф акад доц ген полк кап св т.е т.н см ср напр',
      'стр с рис табл гл ст п пп кв д янв фев февр мар апр июн июл авг сен сент окт ноя нояб дек',
      'тыс млн млрд руб коп гг вв др',
      'он она оно они я ты мы вы это этот эта эти тот та те там тут здесь в во на о об от до по при с со за для без перед под над из к ко а и или но же если когда хотя как кто что где почему никто ничто ничего каждый все вчера сегодня завтра потом тогда не его её их уже',
    ),
  ],
]);

/** What is known of a language; little of one that is not listed. */
export const abbreviationsOf = (tag: string): Abbreviations =>
  BY_LANGUAGE.get(tag.toLowerCase().split('-')[0] ?? '') ?? UNLISTED;
