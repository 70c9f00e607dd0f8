/**
 * Spanish: Snowball on folded words, with the accent of "-ción" put back, which it needs. Stem-changing verbs go back to
 * their infinitive's vowel ("encuentro", "encontrar"), and nouns in "-ción" to their verb where the consonant differs.
 */
import { stemmer as snowball } from "@orama/stemmers/spanish";
import { familyMap } from "./families";

/** Roots of verbs whose stressed vowel changes; "cont" is not among them, because "cuenta" is the account. */
const CHANGING_ROOTS = new Set(
  `cerr pens empec comenc acert despert neg encontr prob mostr cost record acord volv devolv mov dorm jug ped serv segu
  consegu eleg repet med vest desped imped correg sent prefer refer suger transfer convert advert requer perd entend
  atend defend encend ment adquer`.split(/\s+/),
);

const FAMILIES = `
  conectar conexion
  desconectar desconexion
  elegir eleccion
  corregir correccion
  proteger proteccion
  mudar mudanza
  romper roto rotura
  escribir escrito
  abrir abierto apertura
  cubrir cubierto cobertura
  imprimir impreso
  despedir despido
  enviar envio
  perder perdida
  nacer nacimiento
  reembolsar rembolsar
  mail email
`;

function prepare(word: string): string {
  return word
    .replace(/^subscr/, "suscr")
    .replace(/enes$/, "en")
    .replace(/cion$/, "ción");
}

function unchanged(stem: string): string {
  for (const root of [stem.replace(/ie/, "e"), stem.replace(/ue/, "o"), stem.replace(/i([a-z]{1,2})$/, "e$1")]) {
    if (root !== stem && CHANGING_ROOTS.has(root)) return root;
  }
  return stem;
}

function finish(stem: string): string {
  const plain = stem
    .replace(/ó/g, "o")
    .replace(/z$/, "c")
    .replace(/^(.{3,})i$/, "$1")
    .replace(/^(.{5,})e$/, "$1")
    .replace(/^(.{3,})[ai]mient$/, "$1")
    .replace(/(?:olu|olucion|uelt|uelv)$/, "olv")
    .replace(/ferent$/, "fer")
    .replace(/^(.{4,})ension$/, "$1end")
    .replace(/scri(?:t|p|pcion)$/, "scrib")
    .replace(/duc(?:cion|c|t)$/, "duc");
  return unchanged(plain);
}

const regularStem = (word: string) => finish(snowball(prepare(word)));
const families = familyMap(FAMILIES, regularStem);

/** The term of a folded Spanish word. */
export function stemSpanish(word: string): string {
  const stem = regularStem(word);
  return families.get(stem) ?? stem;
}
