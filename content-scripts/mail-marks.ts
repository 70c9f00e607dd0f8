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
];

/** What is never text, in any helpdesk. */
export const NEVER_TEXT = ["button", "svg", "[hidden]", '[aria-hidden="true"]', '[role="button"]'];

/** A full date, a time of day or an address: without one of them "On … wrote:" may be the customer's own sentence. */
const DATED = "(?=.*(?:\\d{4}|\\d{1,2}[:.h]\\d{2}|@))";

const WROTE = "(?:wrote|a écrit|schrieb|escribió|ha scritto|escreveu|schreef)";

/** Lines from which on a mail program quotes, or a signature begins. */
export const MAIL_CUT_AT = [
  `^(?:On|Le|Am|El|Il|Em|A|No dia|Op) ${DATED}.{6,300}\\b${WROTE}(?: .{0,200})?\\s?:$`,
  "^-{2,}\\s*(?:Original Message|Message d.origine|Ursprüngliche Nachricht|Mensaje original|Messaggio originale|Mensagem original|Oorspronkelijk bericht)\\s*-{2,}$",
  "^(?:_{10,} )?(?:From|De|Von|Da|Van)\\s?: .{3,200} (?:Sent|Date|Envoyé|Gesendet|Enviado|Inviato|Data|Verzonden)(?: le| am| el| em)?\\s?: .+",
  "^--$",
];

/** Lines that quote by themselves. */
export const MAIL_DROP_LINES = ["^>"];
