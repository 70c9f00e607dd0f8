/**
 * Marks that mail programs leave in a message, whatever the helpdesk: quotes, signatures, "On … wrote:" lines.
 */

/** Quotes and signatures as mail programs mark them up. Not all have been seen on helpdesk pages. */
export const MAIL_DROP = [
  "blockquote",
  ".gmail_quote",
  ".gmail_quote_container",
  ".gmail_signature",
  ".yahoo_quoted",
  ".moz-cite-prefix",
  ".moz-signature",
  "#divRplyFwdMsg",
  "#appendonsend",
];

/** What is never text, in any helpdesk. */
export const NEVER_TEXT = ["button", "svg", "[hidden]", '[aria-hidden="true"]', '[role="button"]'];

/** A full date, a time of day or an address: without one of them "On … wrote:" may be the customer's own sentence. */
const DATED = "(?=.*(?:\\d{4}|\\d{1,2}[:.h]\\d{2}|@))";

export const MAIL_CUT_AT = [
  `^On ${DATED}.{6,300}\\bwrote\\s?:$`,
  `^Le ${DATED}.{6,300}\\ba écrit\\s?:$`,
  `^Am ${DATED}.{6,300}\\bschrieb\\b.{0,200}:$`,
  `^El ${DATED}.{6,300}\\bescribió\\s?:$`,
  `^Il ${DATED}.{6,300}\\bha scritto\\s?:$`,
  `^(?:Em|A|No dia) ${DATED}.{6,300}\\bescreveu\\s?:$`,
  `^Op ${DATED}.{6,300}\\bschreef\\b.{0,200}:$`,
  "^-{2,}\\s*(?:Original Message|Message d.origine|Ursprüngliche Nachricht|Mensaje original|Messaggio originale|Mensagem original|Oorspronkelijk bericht)\\s*-{2,}$",
  "^(?:From|De|Von|Da|Van)\\s?: .{3,200} (?:Sent|Date|Envoyé|Gesendet|Enviado|Inviato|Data|Verzonden)(?: le| am| el| em)?\\s?: .+",
  "^_{10,} (?:From|De|Von|Da|Van)\\s?: .+",
  "^--$",
];

/** Lines that quote by themselves. */
export const MAIL_DROP_LINES = ["^>"];
