/** How mails begin and end: greetings, sign-offs with the name and address after them, mail programs' own lines. */

const GREETING =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|to whom it may concern|bonjour|bonsoir|salut|coucou|cher|chère|chers|chères|madame|monsieur|hallo|guten (?:tag|morgen|abend)|moin|servus|grüezi|sehr geehrte[rs]?|liebe[rs]?|hola|buenos días|buenas (?:tardes|noches)|estimad[oa]s?|ciao|salve|buongiorno|buonasera|gentil[ei]|egregi[oa]|spettabile|goede(?:morgen|middag|navond|ndag)|beste|geachte|hoi|olá|oi|bom dia|boa (?:tarde|noite)|prezad[oa]s?|car[oa]s?)(?![\p{L}'’-])/iu;

/** Whom a greeting names: words with a capital, titles and teams, up to the comma or the end of the line. */
const GREETED =
  /^(?:[ ,]{1,2}(?:\p{Lu}[\p{L}.'’/-]{0,30}|all|there|everyone|team|support|sir|madam|or|madame|monsieur|mesdames|messieurs|à|tous|toutes|l['’]équipe|équipe|et|und|damen|herren|zusammen|señor|señora|señores|buenos|días|equipo|team di|heer|mevrouw|senhor|senhora|equipe|a|todos)){0,6}[ \u00a0]?(?:[,!:.;]+|$)\s*/u;

/** Said at the end only: what follows is who said it. */
const SIGN_OFF =
  /^(?:(?:with )?(?:my )?(?:best|kind|kindest|warm|warmest) (?:regards|wishes)|regards|yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|cheers|(?:bien |très )?cordialement|(?:bien |très )?cordialement vôtre|(?:meilleures|sincères|respectueuses|cordiales) salutations|salutations(?: distinguées)?|bien à (?:vous|toi)|sincèrement|respectueusement|dans l['’]attente.{0,80}|en vous remerciant.{0,80}|veuillez (?:agréer|recevoir).{0,120}|je vous prie d['’]agréer.{0,120}|cdlt|cdt|mit (?:freundlichen|besten|herzlichen|lieben) grü(?:ß|ss)en|freundliche grü(?:ß|ss)e|(?:viele|beste|liebe|herzliche|schöne) grü(?:ß|ss)e|mfg|vg|lg|hochachtungsvoll|(?:un |muchos )?(?:cordial(?:es)? )?saludos?(?: cordial(?:es)?)?|atentamente|atte|cordialmente|reciba un.{0,60}|quedo a la espera.{0,60}|(?:cordiali|distinti|cari) saluti|in attesa di.{0,60}|(?:met |hartelijke |vriendelijke )+groet(?:en|jes)?|groet(?:en|jes)?|hoogachtend|atenciosamente|(?:com os )?(?:melhores )?cumprimentos|(?:um )?abraço)[ ,.!]{0,3}$/i;

/** Thanks end a mail or begin an answer, so they take only a name with them. */
const THANKS =
  /^(?:(?:many |best )?thanks?(?: you)?(?: (?:so much|very much|again|in advance|a lot))?(?: for your (?:help|time|reply|support))?|thx|merci(?: beaucoup| bien)?(?: d['’]avance| par avance)?(?: (?:pour|de) votre (?:aide|retour|réponse))?|(?:vielen |besten |herzlichen )?dank(?:e)?(?: (?:schön|sehr|im voraus))?|(?:muchas )?gracias(?: de antemano| por su (?:ayuda|atención))?|(?:mille )?grazie(?: in anticipo| mille)?|(?:alvast )?(?:hartelijk )?(?:be)?dank(?:t)?|(?:muito )?obrigad[oa](?: desde já)?)[ ,.!]{0,3}$/i;

const PROGRAM_LINE =
  /^(?:sent from (?:my|mail|yahoo|outlook|the)\b|sent with\b|sent via\b|get outlook for\b|envoyé (?:de mon|depuis|à partir d|avec)\b|obtenez outlook\b|obtenir outlook\b|télécharger outlook\b|von meinem .{1,40} gesendet|gesendet (?:von|mit|aus)\b|outlook für .{1,20} (?:beziehen|herunterladen)|enviado (?:desde|do meu|da minha|a partir)\b|obtener outlook\b|inviato da\b|ottieni outlook\b|scarica outlook\b|ver(?:stuurd|zonden) (?:vanaf|vanuit|met)\b|outlook voor .{1,20} downloaden|obter o outlook\b|baixar o outlook\b|descarregar o outlook\b)/i;

const FOOTER =
  /^(?:this (?:e-?mail|message|communication)\b.{0,200}(?:confidential|privileged|intended)|the information (?:contained )?in this (?:e-?mail|message)|confidentiality notice|disclaimer\s*:|please consider the environment|if you (?:are not|have received this)\b.{0,60}(?:intended recipient|in error)|ce (?:message|courriel|mail|courrier)\b.{0,200}(?:confidentiel|destin)|avis de confidentialité|(?:pensez|merci de penser) à l['’]environnement|avant d['’]imprimer|si vous n['’]êtes pas le destinataire|diese (?:e-?mail|nachricht)\b.{0,200}(?:vertraulich|bestimmt)|der inhalt dieser e-?mail|bitte denken sie an die umwelt|bitte prüfen sie.{0,60}(?:ausdruck|drucken)|este (?:mensaje|correo|e-?mail)\b.{0,200}(?:confidencial|destinatari)|aviso (?:legal|de confidencialidad)|antes de imprimir|si (?:usted )?no es el destinatario|piense en el medio ?ambiente|(?:questo|il presente) messaggio\b.{0,200}(?:riservat|confidenzial)|dit (?:e-?mail)?bericht\b.{0,200}vertrouwelijk|esta mensagem\b.{0,200}confidencia)/i;

const MAX_LINE_LENGTH = 500;

/** A mail program's advertisement has few words; with more the line is somebody's sentence. */
const MAX_PROGRAM_WORDS = 8;

function wordCount(line: string): number {
  return line.split(/\s+/, MAX_LINE_LENGTH).length;
}

/** Whether a line says something: a question, a sentence, a postscript, or simply much. */
export function isProse(line: string): boolean {
  if (/^p\.?\s?s\.?\b/i.test(line) || line.includes("?") || line.length > 90) return true;
  return wordCount(line) >= 5 && /[.!…]$/.test(line);
}

/** A line without the greeting it begins with; unchanged when it begins with none. */
export function withoutGreeting(line: string): string {
  const greeting = line.length > MAX_LINE_LENGTH ? null : GREETING.exec(line);
  if (!greeting) return line;
  const rest = line.slice(greeting[0].length);
  return GREETED.test(rest) ? rest.replace(GREETED, "") : line;
}

export function isSignOff(line: string): boolean {
  return line.length <= MAX_LINE_LENGTH && SIGN_OFF.test(line);
}

export function isThanks(line: string): boolean {
  return line.length <= MAX_LINE_LENGTH && THANKS.test(line);
}

/** A name as it stands under a mail: at most four words, each with a capital. */
export function isName(line: string): boolean {
  return /^(?:\p{Lu}[\p{L}.'’-]*(?: |$)){1,4}$/u.test(line);
}

/** From such a line on, a mail holds nothing of its own. */
export function isEndMark(line: string): boolean {
  if (/^--$/.test(line)) return true;
  return line.length <= 120 && wordCount(line) <= MAX_PROGRAM_WORDS && PROGRAM_LINE.test(line);
}

/** Begins the small print that companies put under every mail. */
export function isFooter(line: string): boolean {
  return FOOTER.test(line.slice(0, MAX_LINE_LENGTH));
}
