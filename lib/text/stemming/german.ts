/**
 * German: Snowball on folded words, where verbs first lose what only marks their form: "zurückgesetzt",
 * "zurückzusetzen" and "Zurücksetzung" all become "zurücksetz". Umlauts may be written out (ae, oe, ue).
 */
import { stemmer as snowball } from "@orama/stemmers/german";
import { exceptionMap, familyMap } from "./families";

const EXCEPTIONS = exceptionMap(`
  zahler: zahler zahlers zahlern
  zeitung: zeitung zeitungen
  geschaft: geschaft geschafte geschaften geschafts
  geschicht: geschichte geschichten
  gewicht: gewicht gewichte
  gericht: gericht gerichte
  genehm: genehmigen genehmigt genehmigte genehmigung genehmigungen
  gewahr: gewahren gewahrt gewahrte
`);

const FAMILIES = `
  verlieren verloren verlust
  ankommen ankunft
  abfahren abfahrt
  umziehen umzug
  einziehen einzug
  abziehen abzug
  anschliessen anschluss
  abschliessen abschluss
  anrufen anruf
  unterschreiben unterschrieben unterschrift
  beschreiben beschrieben
  verschieben verschoben
  verbinden verbunden
  entscheiden entschieden
  beginnen begonnen
  verschwinden verschwunden
  erscheinen erschienen
  uberweisen uberwiesen
  abbrechen abbruch
  verkaufen verkauf
  kaufen kauf
  abstürzen absturz
  vergessen vergesslich
  erhalten erhalt
  laden ladt
  fallen fallt
  laufen lauft
  konto konten
  mail email
  faktura fakturen
`;

const SEPARABLE =
  "ab|an|auf|aus|bei|bereit|durch|ein|fehl|fest|fort|frei|her|heraus|herunter|hin|hoch|los|mit|nach|nieder|raus|rein|runter|statt|teil|um|unter|uber|vor|weg|weiter|wieder|zu|zuruck|zusammen";

const PARTICIPLE = new RegExp(`^(${SEPARABLE})?ge(.{3,}?)(?:(e?t)|en)(?:e[nrsm]?)?$`);
const ZU_INFINITIVE = new RegExp(`^(${SEPARABLE})zu(.{3,}en)$`);

/** Vowel change of strong participles, by the end of what is left when "ge" and "en" are gone. */
const STRONG_ENDINGS: [participle: RegExp, verb: string][] = [
  [/zog$/, "zieh"],
  [/schloss$/, "schliess"],
  [/schrieb$/, "schreib"],
  [/schob$/, "schieb"],
  [/nomm$/, "nehm"],
  [/gang$/, "geh"],
  [/sproch$/, "sprech"],
  [/broch$/, "brech"],
  [/worf$/, "werf"],
  [/hob$/, "heb"],
  [/bund$/, "bind"],
  [/stieg$/, "steig"],
  [/wies$/, "weis"],
  [/griff$/, "greif"],
  [/flog$/, "flieg"],
  [/fror$/, "frier"],
  [/sand$/, "send"],
  [/trag$/, "trag"],
];

/** The bare verb of a participle, null for any other word. Weak ones without a prefix need four letters: not "Gerät". */
function verbOfParticiple(word: string): string | null {
  const match = PARTICIPLE.exec(word);
  if (!match) return null;
  const [, prefix = "", root = "", weakEnding] = match;
  if (prefix === "" && (root.length < 4 || !weakEnding)) return null;
  if (weakEnding && weakEnding !== "t" && !/[dtmn]$/.test(root)) return `${prefix}${root}e`;
  const strong = weakEnding ? undefined : STRONG_ENDINGS.find(([participle]) => participle.test(root));
  return prefix + (strong ? root.replace(strong[0], strong[1]) : root);
}

function prepare(word: string): string {
  const plain = word
    .replace(/(?<![aeq])ue/g, "u")
    .replace(/ae/g, "a")
    .replace(/oe/g, "o");
  const participle = verbOfParticiple(plain);
  if (participle !== null) return participle;
  return plain
    .replace(ZU_INFINITIVE, "$1$2")
    .replace(/^(.{4,})ung(?:en|s)?$/, "$1")
    .replace(/^(.{3,}ier)(?:en|t|te|ten|ter|tes|tem)$/, "$1")
    .replace(/^((?:be|ent|er|ver|zer).{3,}er)t(?:e[nrsm]?)?$/, "$1")
    .replace(/^(.{3,}e[rl])n$/, "$1");
}

/**
 * A verb's "-t" that Snowball leaves on: after a prefix that takes no "ge", or after letters that no noun has before it;
 * then "-ig", which Snowball takes off the noun only ("beschädigt", "Beschädigung").
 */
function finish(stem: string): string {
  const inseparable = /^((?:be|ent|er|miss|ver|zer).{3,}?)(?:et|(?<=[^aeioust])t)$/.exec(stem)?.[1];
  const bare = inseparable ?? stem.replace(/^(.{2,}(?:mm|hl|ll|rr|nn|[nc]k|z|g|b))t$/, "$1");
  return bare.replace(/^(.{6,})ig$/, "$1");
}

const regularStem = (word: string) => EXCEPTIONS.get(word) ?? finish(snowball(prepare(word)));
const families = familyMap(FAMILIES, regularStem);

/** The term of a folded German word. */
export function stemGerman(word: string): string {
  const stem = regularStem(word);
  return families.get(stem) ?? stem;
}
