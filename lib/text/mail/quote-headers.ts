/** Lines after which a mail repeats an earlier one, as the known mail programs write them in seven languages. */

/** "On 29 Oct 2026, at 11:02, Acme wrote:". Tested one after the other, because one pattern for all would be slow. */
const WROTE_START = /^(?:on|le|am|el|il|op|em|den)\b/i;
const WROTE_VERB = /(?<!\p{L})(?:wrote|a écrit|schrieb|escribió|ha scritto|schreef|escreveu)(?!\p{L}).{0,120}:$/iu;
const WROTE_FIRST_LINE = /^(?:on|le|am|el|il|op|em|den)\b.{0,60}\d{1,2}[:.h]\d{2}\b/i;
const NAME_FIRST =
  /(?:wrote on|schrieb am|a écrit le|escribió el|ha scritto il|schreef op|escreveu em) .{0,60}\d.{0,30}:$/i;
const DATE_FIRST = /^\d{4}-\d{2}-\d{2} .{0,80}<[^<>\s]{3,80}@[^<>\s]{3,80}>:$/;

const ORIGINAL =
  /^[-_= ]{2,}\s*(?:original message|original appointment|message d'origine|message original|ursprüngliche nachricht|originalnachricht|mensaje original|messaggio originale|oorspronkelijk bericht|mensagem original)\s*[-_= ]{0,40}$/i;

const FORWARDED =
  /^[-_= >]*\s*(?:begin forwarded message|forwarded message|message transféré|début du message (?:transféré|réexpédié)|message réexpédié|weitergeleitete nachricht|anfang der weitergeleiteten nachricht|mensaje reenviado|inicio del mensaje reenviado|messaggio inoltrato|inizio messaggio inoltrato|doorgestuurd bericht|begin doorgestuurd bericht|mensagem encaminhada|início da mensagem (?:encaminhada|reencaminhada))\s*:?\s*[-_= ]*$/i;

/** What helpdesks put above the quoted thread. */
const REPLY_ABOVE =
  /^##-.{0,200}-##$|^[-#=*_ ]{0,20}.{0,40}(?:above this line|au-dessus de cette ligne|über dieser zeile|oberhalb dieser zeile|encima de esta línea|sopra questa riga|boven deze regel|acima desta linha).{0,40}$/i;

const FROM_FIELD = /^\*?(?:from|de|von|da|van|expéditeur|absender|remitente|mittente|afzender|remetente)\s?:\*?\s*\S/i;
const SENT_FIELD = /^\*?(?:sent|envoyé(?: le)?|gesendet|enviado(?: el| em)?|enviada(?: em)?|inviato|verzonden)\s?:/i;
const SUBJECT_FIELD = /^\*?(?:subject|objet|betreff|asunto|oggetto|onderwerp|assunto)\s?:/i;
const ANY_FIELD =
  /^\*?(?:from|de|von|da|van|to|à|a|an|aan|para|per|cc|bcc|date|datum|fecha|data|sent|envoyé(?: le)?|gesendet|enviado(?: el| em)?|enviada(?: em)?|inviato|verzonden|subject|objet|betreff|asunto|oggetto|onderwerp|assunto|importance|reply-to|attachments)\s?:/i;

/** How many lines a block of header fields may take. */
const MAX_FIELDS = 8;

/** A longer line is a paragraph. */
const MAX_LINE_LENGTH = 500;

function announcesQuote(line: string): boolean {
  if (!line.endsWith(":")) return false;
  const isWrote = WROTE_START.test(line) && /\d/.test(line) && WROTE_VERB.test(line);
  return isWrote || NAME_FIRST.test(line) || DATE_FIRST.test(line);
}

/** `isForward`: what follows was passed on, and may be the matter. `length`: lines of the header itself. */
export type QuoteHeader = { isForward: boolean | "unsure"; length: number };

/** Outlook's From:/Sent:/To:/Subject: block at a line, by its number of lines; 0 when there is none. */
function fieldBlockLength(lines: readonly string[], at: number): number {
  if (!FROM_FIELD.test(lines[at] ?? "")) return 0;
  let length = 1;
  while (length < MAX_FIELDS && ANY_FIELD.test(lines[at + length] ?? "")) length += 1;
  const block = lines.slice(at, at + length);
  // "From: Paris, To: Lyon, Date: 3 May" is a journey.
  const isMail = block.some((line) => SENT_FIELD.test(line) || SUBJECT_FIELD.test(line) || line.includes("@"));
  return length >= 3 && isMail ? length : 0;
}

function skipBlank(lines: readonly string[], at: number): number {
  let next = at;
  while (next < at + 3 && lines[next] === "") next += 1;
  return next;
}

/** The header that begins at a line of trimmed lines; null when an earlier mail does not begin there. */
export function quoteHeaderAt(lines: readonly string[], at: number): QuoteHeader | null {
  const line = lines[at] ?? "";
  if (line === "" || line.length > MAX_LINE_LENGTH) return null;
  const block = fieldBlockLength(lines, at);
  if (block > 0) return { isForward: "unsure", length: block };
  const isRule = /^_{10,}$/.test(line);
  const isOriginal = ORIGINAL.test(line);
  const isForward = !isOriginal && !isRule && FORWARDED.test(line);
  if (isRule || isOriginal || isForward) {
    const next = skipBlank(lines, at + 1);
    const after = fieldBlockLength(lines, next);
    const length = after > 0 ? next - at + after : 1;
    return { isForward: isForward || (isRule && after > 0 ? "unsure" : false), length };
  }
  if (announcesQuote(line)) return { isForward: false, length: 1 };
  if (REPLY_ABOVE.test(line)) return { isForward: false, length: 1 };
  // Mail programs break their own line at 76 characters.
  const isBroken =
    WROTE_FIRST_LINE.test(line) && announcesQuote(`${line} ${(lines[at + 1] ?? "").slice(0, MAX_LINE_LENGTH)}`);
  return isBroken ? { isForward: false, length: 2 } : null;
}
