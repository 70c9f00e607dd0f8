import { REPLY_PREFIX } from "../text/mail/reply-prefix";

/** Longest title that is proposed; beyond it the agent writes one. */
const MAX_TITLE_LENGTH = 90;

/** Marks of the helpdesk's own: "[Ticket #4711]", "(case 12)". */
const TICKET_MARK = /[[(]\s*(?:ticket|case|request|dossier|demande|vorgang|caso|#|n°|nr)[^\])]{0,40}[\])]/giu;

/** Asks for attention and says nothing. */
const SHOUT =
  /(?<![\p{L}])(?:urgent|very urgent|asap|important|please help(?: me)?|help needed|dringend|sehr dringend|wichtig|urgente|importante|svp|s['’]il vous pla[iî]t|au secours|bitte um hilfe|por favor)(?![\p{L}])[\s:!,.–-]*/giu;

/** A number's place, with the sign or small word before it. */
const PLACE =
  /\s*(?:(?<![\p{L}])(?:for|from|of|by|to|with|no|nr|number|de|du|des|pour|par|avec|numéro|n°|von|für|mit|nummer|del?|para|por|con|número)\.?|[#№:–-])*\s*\[[^\]]{1,40}\](?:['’]s)?/giu;

/** What only leads to a number at the end: ", order [order number]". */
const LAST_PLACE = /\s*[,;(–-]\s*[\p{L}°. ]{0,24}\[[^\]]{1,40}\]\)?[\s.!?]*$/u;

/** Subjects that name no matter. */
const EMPTY =
  /^(?:(?:a |an |une? |eine? |un[ao]? )?(?:question|problem|problème|issue|help|support|request|inquiry|enquiry|complaint|contact(?: form)?|hello|hi|aide|demande|réclamation|bonjour|frage|anfrage|hilfe|beschwerde|hallo|pregunta|problema|ayuda|consulta|solicitud|hola|no subject|sans objet|kein betreff|sin asunto|message|info|information|betreff))?$/iu;

function isShouted(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length > 6 && letters.filter((letter) => /\p{Lu}/u.test(letter)).length > letters.length * 0.8;
}

function withCapital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** A subject that is already without what is personal, as a title: its furniture out; empty when it names no matter. */
export function titleOf(subject: string): string {
  let text = subject;
  for (let before = ""; before !== text; ) {
    before = text;
    text = text.replace(TICKET_MARK, " ").replace(REPLY_PREFIX, "");
  }
  text = text.replace(SHOUT, " ").replace(LAST_PLACE, "").replace(PLACE, " ");
  if (isShouted(text)) text = text.toLocaleLowerCase();
  text = text
    .replace(/!+/g, "")
    .replace(/([?.,])\1+/g, "$1")
    .replace(/\(\s*\)/g, " ")
    .replace(/\s+/g, " ")
    .replace(/ ([,.])/g, "$1")
    .replace(/^[\s:,.#–-]+|[\s:,.;#–-]+$/g, "")
    .trim();
  if (EMPTY.test(text.replace(/\s*\?$/, "")) || text.length > MAX_TITLE_LENGTH) return "";
  return withCapital(text.replace(/^how (?:do|can|should|could) (?:i|we|you) (.+?)\s*\??$/iu, "How to $1"));
}
