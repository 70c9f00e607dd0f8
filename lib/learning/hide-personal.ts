/**
 * Where a message speaks of people rather than of its matter: the greeting, the sign-off and what follows it, how the
 * writer introduces himself, addresses of mail and web. It may hide too much: a word missed is learnt from the next ticket.
 */

/**
 * `text` has the length of the original, with what is hidden blanked. In `suspects` ranges a word may be a name; in vague ones
 * only an unknown word.
 */
export type ImpersonalText = { text: string; suspects: { start: number; end: number; isVague?: boolean }[] };

const GREETING =
  /^[\s¡¿>*-]*(?:hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening|day)|bonjour|bonsoir|salut|coucou|ch[eè]re?s?|madame|monsieur|messieurs|mesdames|hallo|guten (?:tag|morgen|abend)|gr[uü](?:ß|ss) (?:gott|dich)|sehr geehrte[rs]?|liebe[rs]?|moin|servus|hola|buen[oa]s|estimad[oa]s?|querid[oa]s?|ciao|buongiorno|buonasera|gentil[ei]|salve|spettabile|beste|geachte|goede(?:morgen|middag|navond)|ol[aá]|bom dia|boa (?:tarde|noite)|prezad[oa]s?|car[oai])(?![\p{L}\p{M}])/iu;

const SIGN_OFF =
  /^[\s>*-]*(?:(?:(?:with )?(?:best|kind|kindest|warm|many|respectfully|yours)? ?(?:regards|wishes|sincerely|faithfully|truly)|sincerely|cheers|cordialement|(?:bien )?(?:cordialement|respectueusement|amicalement)|bien [àa] vous|(?:sinc[eè]res|meilleures) salutations|salutations|mit (?:freundlichen|besten|lieben) gr[uü](?:ß|ss)en|(?:freundliche|viele|liebe|beste|sch[oö]ne) gr[uü](?:ß|ss)e|gr[uü](?:ß|ss)e?|mfg|lg|vg|(?:un (?:cordial )?)?saludos?|atentamente|(?:cordiali|distinti) saluti|met vriendelijke groet(?:en)?|mvg|groet(?:en|jes)?|atenciosamente|(?:melhores )?cumprimentos)(?![\p{L}\p{M}])|(?:thanks|thank you|thx|merci|danke|vielen dank|gracias|muchas gracias|grazie|mille grazie|bedankt|obrigad[oa])(?: (?:a lot|very much|so much|in advance|again|d[’']avance|beaucoup|bien|par avance|im voraus|schon mal|de antemano|por su ayuda|in anticipo|mille|alvast|desde j[aá]))?(?:,? (?:and|et|und|y|e|en) [\p{L}\p{M} ]{1,30})?[\s,.!:;)]*$)/iu;

const INTRODUCTION =
  /(?<![\p{L}\p{M}])(?:my name(?: is|['’]s)|i am|i['’]m|this is|je m['’]appelle|je suis|mon nom(?: est)?|ich bin|ich hei(?:ß|ss)e|mein name(?: ist)?|me llamo|soy|mi nombre(?: es)?|mi chiamo|sono|ik ben|mijn naam(?: is)?|meu nome(?: é| e)?|chamo-me|(?:mrs?|ms|mme|mlle|herr|frau|se[ñn]ora?|dhr|mevr)\.?)(?![\p{L}\p{M}])/giu;

/** Introductions after which most often stands something else: "I am still waiting". */
const VAGUE_INTRODUCTION = /^(?:i am|i['’]m|this is|je suis|ich bin|soy|sono|ik ben)$/iu;

/** A greeting ends at the first of these; further on begins the matter. */
const GREETING_END = /[,!.:;?\n]/;
const LONGEST_GREETING = 60;

/** A name has hardly more words. */
const NAME_WORDS = 3;

/** A mail or web address, a handle, a path or a bare domain: everything between two spaces that holds one. */
const ADDRESS = /@|:\/\/|^www\.|\\\\|\p{L}\.\p{L}/iu;

const WORDS = /[\p{L}\p{M}\p{N}'’-]+/gu;

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, " ") + text.slice(end);
}

/** The end of the `count`-th word from a place on. */
function endOfWords(text: string, from: number, count: number): number {
  const words = new RegExp(WORDS);
  words.lastIndex = from;
  let end = from;
  for (let found = 0; found < count; found += 1) {
    const match = words.exec(text);
    if (!match) return text.length;
    end = match.index + match[0].length;
  }
  return end;
}

/** Whether a stretch of text holds some words and no more than a name has. */
function isShort(stretch: string): boolean {
  const words = stretch.match(WORDS)?.length ?? 0;
  return words > 0 && words <= NAME_WORDS;
}

function hideAddresses(text: string): string {
  return text.replace(/\S+/g, (run) => (ADDRESS.test(run) ? " ".repeat(run.length) : run));
}

/** The first line that signs off, and whatever follows. Not the first line of all: a message is more than its thanks. */
function hideSignOff(text: string): string {
  let start = 0;
  for (const [position, line] of text.split("\n").entries()) {
    if (position > 0 && SIGN_OFF.test(line.slice(0, 200))) return blank(text, start, text.length);
    start += line.length + 1;
  }
  return text;
}

type Range = { start: number; end: number };

/** The greeting at the start of a text: what to hide of it, and where a name may stand beside it; null when there is none. */
function findGreeting(text: string): { hidden: Range; suspect: Range | null } | null {
  const start = text.search(/\S/);
  const greeting = start < 0 ? null : GREETING.exec(text.slice(start, start + 100));
  if (!greeting) return null;
  const said = start + greeting[0].length;
  const length = text.slice(said, said + LONGEST_GREETING).search(GREETING_END);
  // Without a comma the name and the matter stand in one sentence.
  if (length < 0) {
    return { hidden: { start, end: said }, suspect: { start: said, end: endOfWords(text, said, NAME_WORDS) } };
  }
  const end = said + length;
  // "Good morning, Jo:" has its name after the comma.
  const after = text.slice(end + 1, end + 1 + LONGEST_GREETING);
  const next = after.search(GREETING_END);
  const isName = text[end] !== "\n" && next >= 0 && isShort(after.slice(0, next));
  return { hidden: { start, end: end + 1 }, suspect: isName ? { start: end, end: end + 1 + next } : null };
}

/** A last line of a few words after other lines: it is most often who wrote them. */
function findWriter(text: string): Range | null {
  const end = text.trimEnd().length;
  const start = text.lastIndexOf("\n", end - 1) + 1;
  const isOnly = text.slice(0, start).trim() === "";
  return !isOnly && isShort(text.slice(start, end)) ? { start, end: text.length } : null;
}

/** Hides what is personal in one message, and says where unknown words are not to be trusted. */
export function hidePersonal(message: string): ImpersonalText {
  let text = hideSignOff(hideAddresses(message));
  const suspects: ImpersonalText["suspects"] = [];
  const greeting = findGreeting(text);
  if (greeting) {
    text = blank(text, greeting.hidden.start, greeting.hidden.end);
    if (greeting.suspect) suspects.push(greeting.suspect);
  }
  for (const { 0: words, index } of text.matchAll(INTRODUCTION)) {
    const start = index + words.length;
    const isVague = VAGUE_INTRODUCTION.test(words);
    suspects.push({ start, end: endOfWords(text, start, NAME_WORDS), isVague });
  }
  const writer = findWriter(text);
  if (writer) suspects.push(writer);
  return { text, suspects };
}
