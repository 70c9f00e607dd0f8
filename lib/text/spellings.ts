/** What a language writes in several ways: apart, with a hyphen, as one word, or short. All forms are folded. */
import { stemEnglish } from "./stemming/english";
import type { Stem } from "./stemming/families";
import { stemFrench } from "./stemming/french";

export type Spellings = {
  /** Words that make one with the word after them, by that word: "log" with "in" is "login". Keys may be stems. */
  joins: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Short forms with the words they stand for. */
  abbreviations: ReadonlyMap<string, string[]>;
  /** Pronouns that hang on a verb by a hyphen ("rappelez-moi"); null where the language has none. */
  cliticParts: ReadonlySet<string> | null;
  /** Hyphenated words, joined, whose parts mean nothing by themselves. */
  lexical: ReadonlySet<string>;
};

export const NO_SPELLINGS: Spellings = {
  joins: new Map(),
  abbreviations: new Map(),
  cliticParts: null,
  lexical: new Set(),
};

/** From lines "log: in on out": the word before the colon, with each after it, makes one word. */
function joinsOf(lines: string, stem: Stem): Spellings["joins"] {
  const joins = new Map<string, ReadonlyMap<string, string>>();
  for (const line of lines.trim().split("\n")) {
    const [first = "", rest = ""] = line.trim().split(":");
    const nexts = rest.trim().split(/\s+/);
    const terms = nexts.map((next): [string, string] => [next, stem(first + next)]);
    // "log into the account" is a login as well.
    if (nexts.includes("in")) terms.push(["into", stem(`${first}in`)]);
    joins.set(first, new Map(terms));
  }
  return joins;
}

/** From lines "mdp: mot passe": the short form before the colon stands for the words after it. */
function abbreviationsOf(lines: string): Spellings["abbreviations"] {
  const pairs = lines
    .trim()
    .split("\n")
    .map((line) => line.trim().split(":"));
  return new Map(pairs.map(([short = "", words = ""]) => [short, words.trim().split(/\s+/)]));
}

const words = (list: string) => new Set(list.split(/\s+/));

export const ENGLISH_SPELLINGS: Partial<Spellings> = {
  joins: joinsOf(
    `
    log: in on out off
    sign: in up out off on
    set: up
    back: up
    check: in out
    drop: down off
    start: up
    shut: down
    pop: up
    pick: up
    time: out
    top: up
    roll: out back
    lock: out down
    look: up
    clean: up
    follow: up
    opt: in out
    stand: by
    on: line
    off: line
    web: site page
    user: name
    pass: word
    e: mail
    wi: fi
    `,
    stemEnglish,
  ),
  abbreviations: abbreviationsOf(`
    pwd: password
    pw: password
    acct: account
    addr: address
    appt: appointment
    qty: quantity
    msg: message
    config: configuration
    admin: administrator
    doc: document
    docs: documents
    pic: picture
    pics: pictures
  `),
};

export const FRENCH_SPELLINGS: Partial<Spellings> = {
  joins: joinsOf(
    `
    rendez: vous
    sans: fil
    week: end
    hors: ligne service
    plate: forme
    porte: monnaie
    wi: fi
    e: mail
    anti: virus
    `,
    stemFrench,
  ),
  abbreviations: abbreviationsOf(`
    mdp: mot passe
    motdepasse: mot passe
    rdv: rendezvous
    tel: telephone
    num: numero
    abo: abonnement
    appli: application
    applis: applications
    info: information
    infos: informations
    ordi: ordinateur
    dispo: disponible
    resa: reservation
    doc: document
    docs: documents
    pub: publicite
    pubs: publicites
    promo: promotion
    promos: promotions
    assoc: association
  `),
  cliticParts: words("je tu il elle on nous vous ils elles moi toi le la les lui leur y en ce t ci"),
  lexical: words("rendezvous peutetre apresvente hautparleur hautsparleurs vaetvient"),
};

export const GERMAN_SPELLINGS: Partial<Spellings> = {
  abbreviations: abbreviationsOf(`
    abo: abonnement
    abos: abonnements
    tel: telefon
    nr: nummer
    info: information
    infos: informationen
    pw: passwort
  `),
};
