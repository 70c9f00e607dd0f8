/**
 * French: Snowball on folded words. It counts on accents to tell endings ("remboursée", "reçus"), so these are brought
 * into a form it knows first; afterwards nouns made of verbs, and spellings that differ by a letter, meet.
 */
import { stemmer as snowball } from "@orama/stemmers/french";
import { exceptionMap, familyMap } from "./families";
import { FRENCH_FAMILIES } from "./french-families";

/** Words whose last letter only looks like a plural or a verb's ending. */
const EXCEPTIONS = exceptionMap(`
  fils: fils
  cours: cours
  pays: pays
  avis: avis
  poids: poids
  fois: fois
  bois: bois
  mois: mois
  acces: acces
  proces: proces
  deces: deces
  corps: corps
  temps: temps
  communication: communication communications communiquer communique communiquez communiques
  departement: departement departements
  appartement: appartement appartements
  environnement: environnement
  direction: direction directions
  publication: publication publications publier
  courant: courant courante courants courantes couramment
`);

/** Nouns and adjectives in "-ent": any other word with this ending is taken for a verb's third person plural. */
const NOUNS_IN_ENT = new Set(
  `client agent argent urgent recent different content parent accident continent vent dent talent lent present patient
  permanent president excellent violent frequent evident equivalent incident ingredient adolescent innocent prudent
  absent cent regent torrent orient resident dirigent intelligent adherent efficient coefficient precedent referent
  concurrent transparent apparent inherent couvent serpent souvent`.split(/\s+/),
);

function prepare(word: string): string {
  if (word.length < 4) return word;
  const singular = word.length > 4 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
  if (/ee$/.test(singular)) return singular.slice(0, -1);
  const isVerb = /[^m]ent$/.test(singular) && singular.length > 5 && !NOUNS_IN_ENT.has(singular);
  return isVerb ? singular.slice(0, -2) : singular;
}

function finish(stem: string): string {
  if (stem.length < 3) return stem;
  return stem
    .replace(/^(.{5,})ag$/, "$1")
    .replace(/y$/, "i")
    .replace(/^(.{4,})i$/, "$1")
    .replace(/^(.{3,})qu$/, "$1c")
    .replace(/^(.{3,})gu$/, "$1g")
    .replace(/^(.{4,})aison$/, "$1")
    .replace(/^(.{3,})enc$/, "$1ent")
    .replace(/^(.{2,})press$/, "$1prim")
    .replace(/(du|stru)(?:ct|ir|it)$/, "$1i")
    .replace(/^(.{2,}d)[ru]$/, "$1");
}

const regularStem = (word: string) => EXCEPTIONS.get(word) ?? finish(snowball(prepare(word)));
const families = familyMap(FRENCH_FAMILIES, regularStem);

/** The term of a folded French word. */
export function stemFrench(word: string): string {
  const stem = regularStem(word);
  return families.get(stem) ?? stem;
}
