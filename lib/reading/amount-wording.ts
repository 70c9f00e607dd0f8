/** Words that change what an amount means, in the languages the matcher knows. All are compared folded. */

/** `exact` unless a word before or after says otherwise. */
export type Bound = "exact" | "most" | "least" | "about";

const AT_MOST =
  /(?:up to|at most|no more than|not more than|maximum(?: of)?|max\.?|within|less than|under|below|jusqu'a|au plus|maximum(?: de)?|moins de|dans (?:les|un delai de)|sous|bis zu|hochstens|maximal|innerhalb(?: von)?|binnen|weniger als|unter|hasta|como maximo|maximo(?: de)?|menos de|dentro de|en un plazo de)(?: \p{L}{1,5})?\s*$/u;
const AT_LEAST =
  /(?:at least|minimum(?: of)?|min\.?|from|more than|over|above|starting at|au moins|minimum(?: de)?|a partir de|plus de|des|mindestens|ab|mehr als|uber|al menos|minimo(?: de)?|desde|mas de|a partir de)(?: \p{L}{1,5})?\s*$/u;
const ABOUT =
  /(?:about|around|approximately|approx\.?|roughly|usually|typically|circa|ca\.?|environ|a peu pres|en general|generalement|etwa|ungefahr|rund|meist|unos|unas|aproximadamente|normalmente)(?: \p{L}{1,5})?\s*$|~\s*$/u;
const MOST_AFTER =
  /^\s*\(?(?:maximum|max\b|at most|or less|au maximum|au plus|ou moins|hochstens|oder weniger|como maximo|o menos)/u;
const LEAST_AFTER =
  /^\s*\(?(?:minimum|min\b|at least|or more|and (?:above|over|more)|au minimum|au moins|ou plus|et plus|oder mehr|como minimo|o mas)/u;

/** How an amount is bounded by the folded text before and after it. */
export function boundOf(before: string, after: string): Bound {
  const lead = before.slice(-28);
  if (ABOUT.test(lead)) return "about";
  if (AT_MOST.test(lead) || MOST_AFTER.test(after)) return "most";
  return AT_LEAST.test(lead) || LEAST_AFTER.test(after) ? "least" : "exact";
}

/** The same for a date. */
export type DateRole = "on" | "until" | "from" | "after";

const UNTIL =
  /(?:until|till|by|before|no later than|through|to|ends?(?: on)?|expires?(?: on)?|jusqu'au|jusqu'a|avant(?: le)?|au plus tard(?: le)?|au|fin(?: le)?|expire(?: le)?|bis(?: zum)?|vor(?: dem)?|spatestens(?: am)?|endet(?: am)?|hasta(?: el)?|antes del?|termina(?: el)?|vence(?: el)?)\s*$/u;
const FROM =
  /(?:from|since|as of|starting(?: on)?|effective|a partir du|des le|depuis le|du|ab(?: dem)?|seit(?: dem)?|a partir del?|desde(?: el)?)\s*$/u;
const AFTER = /(?:after|apres(?: le)?|nach(?: dem)?|despues del?)\s*$/u;

/** What the folded text before a date makes of it. */
export function dateRoleOf(before: string): DateRole {
  const lead = before.slice(-28);
  if (UNTIL.test(lead)) return "until";
  if (FROM.test(lead)) return "from";
  return AFTER.test(lead) ? "after" : "on";
}

const NEGATION =
  /(?:^|[^\p{L}])(?:not|no|never|without|cannot|\p{L}+n't|except|unless|ne|n'|pas|aucune?|jamais|sans|sauf|hors|nicht|keine?[nrsm]?|nie|ohne|auser|sin|nunca|ningun[ao]?|salvo|excepto)(?=[^\p{L}]|$)|n'(?=\p{L})/u;

export function isNegated(folded: string): boolean {
  return NEGATION.test(folded);
}

/** What speaks of an example, of a question, or of what was or may once be: nothing in it can be wrong today. */
const NOT_A_RULE = new RegExp(
  [
    "for example|for instance|e\\.g\\.|such as|example:|let's say|suppose|imagine|assume|scenario|sample",
    "par exemple|p\\. ?ex\\.|ex\\. ?:|exemple|imaginons|supposons",
    "zum beispiel|z\\. ?b\\.|beispiel|angenommen",
    "por ejemplo|p\\. ?ej\\.|ejemplo|supongamos",
    "previous(?:ly)?|former(?:ly)?|used to|was|were|had been|no longer|old|earlier|historical(?:ly)?|back then|raised|lowered|increased|decreased|reduced|changed",
    "auparavant|precedemment|ancien(?:ne)?s?|etait|etaient|historique|augmente|baisse|passe de",
    "fruher|bisher|vorher|ehemals|war|waren|wurde|erhoht|gesenkt",
    "antes era|anterior(?:mente)?|antigu[ao]s?|costaba|era|eran",
    "copyright|©|all rights reserved|tous droits reserves|changelog|release notes?|last (?:updated?|edited|modified|reviewed)|updated on|published|revised|version|mis a jour|publie|derniere modification|stand:|aktualisiert|veroffentlicht|actualizado|publicado",
    "could|might|may vary|varies|depending|depends|selon|en fonction|varie|je nach|abhangig|segun|depende",
  ]
    .map((words) => `(?:^|[^\\p{L}])(?:${words})(?=[^\\p{L}]|$)`)
    .join("|"),
  "u",
);

export function isNoRule(folded: string): boolean {
  return NOT_A_RULE.test(folded) || /\?\s*$/.test(folded);
}

const PERIODS: readonly [string, RegExp][] = [
  [
    "hour",
    /(?:per|an|a|each|every|par|de l'|pro|je|por|a la) (?:hours?|heure|stunde|hora)\b|\/ ?h\b|hourly|horaire|stundlich/u,
  ],
  [
    "day",
    /(?:per|a|each|every|par|pro|je|por|al) (?:days?|jour|tag|dia)\b|\/ ?(?:day|jour|tag|dia)\b|daily|quotidien|journali|taglich|diari[ao]/u,
  ],
  [
    "week",
    /(?:per|a|each|every|par|pro|je|por|a la) (?:weeks?|semaine|woche|semana)\b|weekly|hebdomadaire|wochentlich|semanal/u,
  ],
  [
    "month",
    /(?:per|a|each|every|par|pro|je|por|al) (?:months?|mois|monat|mes)\b|\/ ?(?:month|mo|mois|monat|mes)\b|monthly|mensuel|monatlich|mensual/u,
  ],
  [
    "year",
    /(?:per|a|each|every|par|pro|je|por|al) (?:years?|ans?|annee|jahr|ano)\b|\/ ?(?:year|yr|an|jahr|ano)\b|yearly|annual|annuel|jahrlich|anual/u,
  ],
];

/** The periods an amount may be for, told in a folded sentence: "per month", "annuel". */
export function periodsIn(folded: string): string {
  return PERIODS.flatMap(([name, pattern]) => (pattern.test(folded) ? [name] : [])).join(" ");
}

/** Words that an amount's sentence may have or not without speaking of another thing. */
export const EMPTY_WORDS = {
  en: "cost costs price priced fee fees charge charged charges pay paid payable amount amounts take takes taking is are be customer customers you your please currently now today always simply only normally total euro euros dollar dollars pound pounds will must can need get gets equal equals per each come comes amounts note set fixed standard time period deadline limit",
  fr: "couter coute coutent prix tarif tarifs frais facture facturer facturee factures payer paye payant montant eleve client clients vous actuellement maintenant toujours simplement seulement normalement total euro euros devoir doit peut faut egal prend prendre delai duree limite fixe note",
  de: "kosten kostet preis gebuhr gebuhren berechnet zahlen bezahlen betrag betragt kunde kunden sie derzeit jetzt immer einfach nur normalerweise gesamt euro euros muss kann dauert dauern frist zeit",
  es: "costar cuesta cuestan precio tarifa cobra cobrar pagar importe cliente clientes usted actualmente ahora siempre simplemente solo normalmente total euro euros debe puede tarda plazo tiempo",
} as const;
