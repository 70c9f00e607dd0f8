/**
 * The names that a ticket tells: whom it greets, who signs, who introduces himself, who is spoken of with a title, whose mail is
 * quoted, and what the helpdesk's own fields say. Collected over all messages first, so that a name is found again wherever
 * it stands.
 */
import { fold } from "../text/fold";
import { searchLanguage } from "../text/languages";
import { isSignOff, isThanks } from "../text/mail/signatures";
import { AMBIGUOUS, GIVEN_NAMES, NOBODY, PARTICLES, TITLE } from "./name-words";

export type NameSource = { texts: readonly string[]; fields: Readonly<Record<string, string>>; language: string };

const CAPITAL_WORD = "\\p{Lu}[\\p{L}\\p{M}]*(?:['’-]\\p{L}[\\p{L}\\p{M}]*)*";
const NAME = new RegExp(
  `^${CAPITAL_WORD}(?:[ \\u00a0]+(?:${CAPITAL_WORD}\\.?|de|du|van|von|der|den|la|del|di|el)){0,3}`,
  "u",
);
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu;

const GREETING =
  /^[\s¡>*-]*(?:hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening|day)|bonjour|bonsoir|salut|coucou|ch[eè]re?s?|hallo|guten (?:tag|morgen|abend)|gr[uü](?:ß|ss) (?:gott|dich)|sehr geehrte[rs]?|liebe[rs]?|moin|servus|hola|buen[oa]s (?:días|tardes|noches)|estimad[oa]s?|querid[oa]s?)(?![\p{L}])[ ,]*(?<who>[^\n,!.:;?]{0,60})(?<end>[,!.:;\n]|$)/iu;

const INTRODUCTION =
  /(?<![\p{L}])(?:my (?:full )?name(?: is|['’]s|:)|je m['’]appelle|mon nom (?:est|:)|ich hei(?:ß|ss)e|mein name(?: ist|:)?|me llamo|mi nombre(?: es|:)|(?:full |last |first )?name:|nom ?:|prénom ?:|nombre:|apellidos?:|vorname:|nachname:)[ \u00a0]*/giu;

const VAGUE_INTRODUCTION =
  /(?<![\p{L}])(?:i am|i['’]m|this is|it['’]s|je suis|c['’]est|ici|ich bin|hier (?:ist|spricht)|soy|habla|spoke (?:to|with)|speaking (?:to|with)|talked (?:to|with)|signed by|assured by|avec|parlé (?:à|avec)|mit|hablé con|atendido por|(?:my|our|your|his|her|their) (?:wife|husband|son|daughter|mother|father|brother|sister|partner|boss|colleague|assistant|neighbou?r|friend|accountant|flatmate)|(?:mon|ma|votre|notre|son|sa) (?:mari|femme|fils|fille|mère|père|frère|sœur|compagne|compagnon|collègue|ami|amie|voisin|voisine|patron|comptable)|(?:mi|su|nuestr[oa]) (?:marido|mujer|esposa|esposo|hij[oa]|madre|padre|herman[oa]|compañer[oa]|jef[ea]|amig[oa]))[ \u00a0]+/giu;

const SIGNED_INLINE =
  /(?:regards|wishes|sincerely|cheers|thanks|thank you|thx|cordialement|cdlt|salutations|merci(?: d['’]avance)?|bien à (?:vous|toi)|gr[uü](?:ß|ss)en?|gru(?:ß|ss)|mfg|lg|vg|danke|dank|im voraus|saludos|atentamente|gracias)[\s,.!–-]+(?<who>[^\n]{2,50})$/iu;

const QUOTED =
  /(?:[,\d>]|\b(?:on|le|am|el))\s+(?<who>[^,\n<>\d]{2,60}?)\s*(?:<[^>\n]{3,80}>)?,?\s*(?:wrote|a écrit|escribió|ha escrito)\s?:|schrieb (?<writer>[^,\n<>\d:]{2,60}?)\s*(?:<[^>\n]{3,80}>)?:/giu;
const MAIL_FIELD = /^[\s>*]*(?:from|to|cc|de|à|von|an|para)\s?:\*?\s*"?(?<who>[^"<\n;@:]{2,60}?)"?\s*(?:<|\[|$)/gimu;
const MAIL = /(?<local>[\p{L}\p{N}._+-]+)@[\p{L}\p{N}-]+\.[\p{L}\p{N}.-]+/gu;

const NAME_FIELD =
  /requester|assignee|submitter|contact|demandeur|^(?:full[ _-]?|first[ _-]?|last[ _-]?|customer[ _-]?|client[ _-]?|user[ _-]?|agent[ _-]?)?name$|^(?:customer|client|agent|user|caller|nom|prénom|kunde|bearbeiter|cliente|nombre)$/i;

function isInitialCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

/** A collector of name words for one ticket. */
function createCollector(language: string) {
  const found = new Set<string>();
  const stopWords = [searchLanguage(language).stopWords, searchLanguage("en").stopWords];
  const isOther = (word: string) =>
    word.length < 2 || NOBODY.has(word) || PARTICLES.has(word) || stopWords.some((set) => set.has(word));

  /** The words of a phrase that may be a name; none when one of them says that it greets a team. */
  function nameWords(phrase: string): string[] {
    return (phrase.match(WORD) ?? []).map(fold).filter((word) => !isOther(word));
  }
  function add(words: readonly string[]): void {
    for (const word of words) {
      found.add(word);
      for (const part of word.split(/[-']/)) if (part.length > 2 && !isOther(part)) found.add(part);
    }
  }
  /** Two words with a capital are a name, one only when it is a given name. */
  function addIfLikely(phrase: string): void {
    const name = NAME.exec(phrase)?.[0] ?? "";
    const words = nameWords(name);
    const isGiven = words.some((word) => GIVEN_NAMES.has(word.split("-")[0] ?? word));
    // German writes every noun with a capital.
    if (isGiven || (language !== "de" && words.length > 1)) add(words);
  }
  return { found, add, addIfLikely, nameWords };
}

type Collector = ReturnType<typeof createCollector>;

function greeted(text: string, { add, addIfLikely, nameWords }: Collector): void {
  const match = GREETING.exec(text.trimStart().slice(0, 200));
  const who = match?.groups?.who?.trim() ?? "";
  if (who === "") {
    // "Good morning, Jo:" has its name after the comma.
    const after = match ? text.trimStart().slice(match[0].length, match[0].length + 60) : "";
    const next = /^ *(?<who>\p{Lu}[^\n,!.:;?]{1,40})[,!.:;\n]/u.exec(after)?.groups?.who ?? "";
    if (next.split(" ").length <= 3) add(nameWords(next));
    return;
  }
  const all = (who.match(WORD) ?? []).map(fold);
  const isTeam = all.some((word) => NOBODY.has(word) && !isTitleWord(word));
  if (isTeam) return;
  const isWhole = match?.groups?.end !== "" || match[0].length === text.trim().length;
  if (isWhole && all.length <= 4 && !/\d/.test(who)) add(nameWords(who));
  else addIfLikely(who);
}

function isTitleWord(word: string): boolean {
  return /^(?:mr|mrs|ms|miss|mister|dr|prof|herrn?|frau|fraulein|senora?|senorita|sra?|srta|dona?|mme|mlle|madame|monsieur|mademoiselle)$/.test(
    word,
  );
}

/** A line that a person signs with: few words, letters only. */
function isSignature(line: string): boolean {
  return line.length <= 50 && /^[-–—~\s]*\p{L}[\p{L}\p{M}.'’ -]*$/u.test(line) && line.trim().split(/\s+/).length <= 4;
}

function signed(text: string, collector: Collector): void {
  const lines = text.split("\n").map((line) => line.trim());
  for (const [at, line] of lines.entries()) {
    const next = lines.slice(at + 1, at + 4).find((other) => other !== "");
    const endsMail = at > 0 && (isSignOff(line) || isThanks(line));
    if (endsMail && next !== undefined && isSignature(next)) collector.add(collector.nameWords(next));
    const inline = SIGNED_INLINE.exec(line)?.groups?.who ?? "";
    const isShort = inline !== "" && isSignature(inline.replace(/[.!]$/, "")) && inline.split(" ").length <= 3;
    if (isShort && isInitialCapital(inline)) collector.add(collector.nameWords(inline));
  }
  const rest = lines.filter((line) => line !== "");
  const last = rest.at(-1) ?? "";
  const isList = /^[-–—]/.test(rest.at(-2) ?? "");
  if (rest.length < 2 || !isSignature(last) || isList) return;
  if (/^[-–—~]\s?\p{Lu}/u.test(last)) collector.add(collector.nameWords(last));
  else if (isInitialCapital(last) && last.split(" ").every(isInitialCapital)) collector.addIfLikely(last);
}

function introduced(text: string, collector: Collector): void {
  for (const match of text.matchAll(INTRODUCTION)) {
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 60);
    const name = NAME.exec(rest)?.[0] ?? /^[\p{L} '’-]{2,40}?(?=[,.\n;]|$| (?:and|et|und|y) )/u.exec(rest)?.[0] ?? "";
    collector.add(collector.nameWords(name));
  }
  for (const match of text.matchAll(VAGUE_INTRODUCTION)) {
    collector.addIfLikely(text.slice(match.index + match[0].length, match.index + match[0].length + 60));
  }
  for (const match of text.matchAll(TITLE)) {
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 60);
    const isPlainTitle = /^(?:mrs?|herrn?|señora?|sra)\b/i.test(match[0]);
    const name = NAME.exec(rest)?.[0] ?? (isPlainTitle ? /^\p{Ll}[\p{L}'’-]+/u.exec(rest)?.[0] : "") ?? "";
    collector.add(collector.nameWords(name));
  }
}

function quoted(text: string, collector: Collector): void {
  for (const { groups } of text.matchAll(QUOTED)) {
    const who = (groups?.who ?? groups?.writer ?? "").trim();
    if (who.split(" ").length <= 4) collector.add(collector.nameWords(who));
  }
  for (const { groups } of text.matchAll(MAIL_FIELD)) {
    const who = groups?.who ?? "";
    const words = who.trim().split(/\s+/);
    if (words.length <= 4 && words.every((word) => isInitialCapital(word) || PARTICLES.has(fold(word))))
      collector.addIfLikely(who);
  }
  for (const { groups } of text.matchAll(MAIL)) {
    const parts = (groups?.local ?? "").split(/[._-]/).filter((part) => /^\p{L}{2,}$/u.test(part));
    const words = collector.nameWords(parts.join(" "));
    const isPerson = words.length === parts.length && parts.length === 2;
    collector.add(words.filter((word) => isPerson || GIVEN_NAMES.has(word)));
  }
}

/** Given names anywhere, with the family name after them. */
function mentioned(text: string, collector: Collector, language: string): void {
  for (const match of text.matchAll(new RegExp(CAPITAL_WORD, "gu"))) {
    const word = fold(match[0]);
    const given = word.split("-")[0] ?? word;
    if (!GIVEN_NAMES.has(given) || AMBIGUOUS.has(given)) continue;
    collector.add([word]);
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 40);
    const family = language === "de" ? "" : (new RegExp(`^ (${CAPITAL_WORD})`, "u").exec(rest)?.[1] ?? "");
    collector.add(collector.nameWords(family));
  }
}

/** The words of all names that a ticket tells, folded. */
export function collectNames({ texts, fields, language }: NameSource): Set<string> {
  const collector = createCollector(language);
  for (const [field, value] of Object.entries(fields)) {
    const isName = NAME_FIELD.test(field.trim()) && value.length <= 60 && /^[\p{L}\p{M}.'’ -]+$/u.test(value);
    if (isName && value.trim().split(/\s+/).length <= 4) collector.add(collector.nameWords(value));
    quoted(value, collector);
  }
  for (const text of texts) {
    greeted(text, collector);
    signed(text, collector);
    introduced(text, collector);
    quoted(text, collector);
    mentioned(text, collector, language);
  }
  return collector.found;
}
