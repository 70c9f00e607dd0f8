/**
 * Takes the furniture of mail out of a message's plain text: what it quotes, its signature, delimiter lines and the
 * advertisement of a mail program. Page readers do this by markup already; here it catches what only words tell.
 */

/** From such a line on, everything is an earlier mail. */
const QUOTE_HEADERS = [
  /^-{2,}\s*(?:original message|message d'origine|message original|ursprüngliche nachricht|mensaje original)\s*-{2,}/i,
  /^(?:on|le|am|el|il|op|em)\b.{4,200}\b(?:wrote|a écrit|schrieb|escribió|ha scritto|schreef|escreveu)\b.{0,80}:\s*$/i,
  /^##-.*-##\s*$/,
  /^_{10,}\s*$/,
];

/** From such a line on, everything is a signature. */
const SIGNATURE_MARKS = [
  /^--\s*$/,
  /^(?:sent from my|get outlook for|envoyé de mon|envoyé depuis|von meinem .* gesendet|enviado desde mi)\b/i,
];

function isQuoted(line: string): boolean {
  return /^\s*>/.test(line);
}

/** The message's own words. When nothing would be left, the text as it came. */
export function cleanMessage(text: string): string {
  const lines = text.split("\n");
  const isEnd = (line: string) => [...QUOTE_HEADERS, ...SIGNATURE_MARKS].some((pattern) => pattern.test(line.trim()));
  const end = lines.findIndex(isEnd);
  const own = (end < 0 ? lines : lines.slice(0, end)).filter((line) => !isQuoted(line)).join("\n");
  return own.trim() === "" ? text : own;
}
