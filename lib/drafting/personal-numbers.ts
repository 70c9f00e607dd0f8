/**
 * What identifies a person or a purchase without being a name: addresses of mail and web, numbers of all kinds, keys. It may
 * take too much: the agent sees every one of them and types back what was harmless.
 */
import type { Label } from "./draft-wording";

/** What kind of thing was taken out, as the screen sorts them. */
export type RemovedKind = "name" | "email" | "phone" | "account" | "card" | "address" | "link" | "number";

/** The group `value` is taken out, the whole match where there is none; `isMeant` has the last word. */
export type PersonalPattern = {
  kind: RemovedKind;
  label: Label;
  find: RegExp;
  isMeant?: (value: string, whole: string) => boolean;
};

const START = "(?<![\\p{L}\\p{N}])";
const END = "(?![\\p{L}\\p{N}])";
const CURRENCY = "(?:€|\\$|£|%|eur(?:os?)?|usd|gbp|chf|dollars?|pounds?|francs?)";

/** Between a noun ("order") and its number: "order number is #", "n° de commande :". */
const LINK_WORDS =
  "[\\s:=#.,(№°º–-]*(?:(?:is|was|est|ist|lautet|es|le|la|die|der|el|number|numbers|no|nos|num|nr|id|ref|reference|référence|numéro|numero|número|nummer|n[°ºo]?|with|avec|mit|con|of|du|de|client|cliente)(?![\\p{L}])[\\s:=#.,(№°º–-]*){0,3}";

/** At least four signs with three digits; groups of digits parted by spaces too. */
const VALUE = `(?<value>\\d{2,}(?: \\d{2,}){1,6}|(?=(?:[^\\d\\s]{0,12}\\d){3})[A-Z\\d](?:[A-Z\\d]|[._/-](?=[A-Z\\d])){3,39})${END}(?!\\s?${CURRENCY})`;

const YEAR = /^(?:19|20)\d\d$/;

function numbered(label: Label, nouns: string, kind: RemovedKind = "number"): PersonalPattern {
  return {
    kind,
    label,
    find: new RegExp(`${START}(?:${nouns})${LINK_WORDS}${VALUE}`, "dgiu"),
    isMeant: (value, whole) => !YEAR.test(value) || /[#:°]|\b(?:n[or]|num|id)/i.test(whole),
  };
}

const FIRST_PATTERNS: PersonalPattern[] = [
  { kind: "email", label: "email", find: /(?:mailto:)?[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/dgu },
  {
    kind: "email",
    label: "email",
    find: /[\p{L}\p{N}._+-]+ ?[[(] ?(?:at|arobase|ät|arroba) ?[\])] ?[\p{L}\p{N}-]+ ?(?:\.|[[(]? ?(?:dot|point|punkt|punto) ?[\])]?) ?\p{L}{2,}/dgiu,
  },
  {
    kind: "account",
    label: "account",
    find: /(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?:[ -]?[a-z\d]{4}){3,7}(?:[ -]?[a-z\d]{1,4})?(?![\p{L}\p{N}])/dgiu,
    isMeant: (value) => (value.match(/\d/g)?.length ?? 0) >= 10,
  },
  {
    kind: "account",
    label: "account",
    find: /(?<![\p{L}\p{N}])(?:BIC|SWIFT)[\s:/-]*(?:code)?[\s:]*(?<value>[A-Z]{6}[A-Z\d]{2}(?:[A-Z\d]{3})?)(?![\p{L}\p{N}])/dgiu,
  },
  {
    kind: "number",
    label: "birthday",
    find: /(?:\bborn(?: on)?|date of birth|\bdob|birthday(?: is)?|née?(?:\(e\))? le|date de naissance|geboren am|geburtsdatum|nacid[oa] el|fecha de nacimiento)(?: is| est| ist| es)?[\s:]*(?<value>\d{1,4}[./ -](?:\d{1,2}|\p{L}{3,10})[./ -]\d{2,4}|\d{1,2}(?:st|nd|rd|th|er|\.)? (?:de )?\p{L}{3,10}\.?,? (?:de )?\d{4}|\p{L}{3,10} \d{1,2}(?:st|nd|rd|th)?,? \d{4})/dgiu,
  },
  {
    kind: "number",
    label: "password",
    find: /(?<![\p{L}])(?:password|passwort|kennwort|mot de passe|contraseña|passphrase|pin|puk|cvv|cvc)(?:[- ]?(?:code|number))?(?: (?:is|was|est|ist|lautet|es)|\s?[:=])+\s*["“«']?(?<value>(?=\S*\d)\S{3,40}?|\S{4,40}(?=\s*$))(?=["”»',;.]?(?:\s|$))/dgimu,
  },
  {
    kind: "number",
    label: "code",
    find: /(?:verification|security|confirmation|validation|sms|otp|tan|bestätigungs|sicherheits|verificación|vérification|sécurité|one-time|activation|aktivierungs)[\s-]?(?:code|código|pin)?(?: (?:is|was|est|ist|lautet|es|le|de|du))*[\s:]*(?<value>\d{3}[ -]?\d{3,5}|\d{4,8})(?![\p{L}\p{N}])/dgiu,
  },
  {
    kind: "card",
    label: "card",
    find: /(?:ending (?:in|with)|last (?:four|4)(?: digits)?(?: are| is)?|(?:terminant|finissant|termine|finit) par|(?:derniers|4 derniers|quatre derniers) chiffres(?: sont)?|ende[tn]d? auf|letzten? (?:vier |4 )?ziffern(?: sind)?|termina(?:da|do)? en|[úu]ltimos (?:cuatro|4) d[íi]gitos(?: son)?)[\s:]*(?<value>\d{4})(?!\d)/dgiu,
  },
  { kind: "card", label: "card", find: /(?<![\p{L}\p{N}])(?:[*•·xX]{2,}[ -]?){1,4}\d{2,4}(?!\d)/dgu },
];

const NUMBERED_PATTERNS: PersonalPattern[] = [
  numbered(
    "order",
    "orders?|purchase(?: order)?|commandes?|cde|bestell(?:ung|nummer|nr\\.?|-nr\\.?)|auftrag(?:s(?:nummer|nr\\.?))?|pedidos?|orden",
  ),
  numbered("invoice", "invoices?|bill|receipt|factures?|reçu|rechnung(?:s(?:nummer|nr\\.?|-nr\\.?))?|facturas?|recibo"),
  numbered(
    "customer",
    "customer|client(?:e|èle)?|kunden?-?(?:nummer|nr\\.?|id)|kunde|member(?:ship)?|adhérent|abonné|user ?id|mitglieds?(?:nummer|nr\\.?)|socio",
  ),
  numbered(
    "contract",
    "contract|policy|contrat|police|vertrags?-?(?:nummer|nr\\.?)?|contrato|póliza|subscription|abonnement",
  ),
  numbered(
    "ticket",
    "ticket|case|request|incident|dossier|demande|vorgangs?-?(?:nummer|nr\\.?)?|fall|caso|expediente|reclamación|réclamation|claim|rma|sinistre",
  ),
  numbered(
    "tracking",
    "tracking|parcel|shipment|suivi|colis|expédition|sendungs?-?(?:nummer|nr\\.?)?|sendung|paket|seguimiento|envío|paquete",
  ),
  numbered(
    "serial",
    "serial|s/n|sn|imei|meid|mac(?: address)?|série|seriennummer|seriennr\\.?|geräte-?(?:nummer|id)|número de serie|serie",
  ),
  numbered("booking", "booking|reservation|pnr|réservation|buchungs?-?(?:nummer|nr\\.?|code)?|buchung|reserva"),
  numbered(
    "identity",
    "passport|ssn|social security|national insurance|driving licen[cs]e|passeport|sécurité sociale|nir|carte d['’]identité|permis|reisepass|personalausweis|ausweis(?:nummer)?|steuer(?:nummer|-?id)|sozialversicherungsnummer|pasaporte|dni|nie|nif|seguridad social|vat|tva|siret|siren|ust-?id(?:nr\\.?)?",
  ),
  numbered(
    "account",
    "accounts?|compte|konto-?(?:nummer|nr\\.?)?|konto|cuenta|sort code|iban|meter|compteur|zähler(?:nummer)?|contador",
    "account",
  ),
  numbered("number", "ref|reference|référence|réf|referenz|referencia|number|numéro|nummer|número|nr\\.|n[°º]"),
];

const LAST_PATTERNS: PersonalPattern[] = [
  {
    kind: "number",
    label: "key",
    find: /(?<![\p{L}\p{N}-])(?=[A-Z\d-]*\d)[A-Z\d]{4,8}(?:-[A-Z\d]{4,8}){2,}(?![\p{L}\p{N}-])/dgu,
  },
  {
    kind: "number",
    label: "key",
    find: /(?<![\p{L}\p{N}])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\p{L}\p{N}])/dgiu,
  },
  { kind: "number", label: "serial", find: /(?<![\p{L}\p{N}])[\da-f]{2}(?:[:-][\da-f]{2}){5}(?![\p{L}\p{N}])/dgiu },
  {
    kind: "number",
    label: "ip",
    find: /(?<![\p{L}\p{N}.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\p{L}\p{N}]|\.\d)/dgu,
  },
  {
    kind: "number",
    label: "key",
    find: /(?<![\p{L}\p{N}])(?=[A-Za-z_-]*\d)(?=\d*[A-Za-z_-])[A-Za-z\d_-]{20,}(?![\p{L}\p{N}])/dgu,
  },
  {
    kind: "card",
    label: "card",
    find: /(?<![\p{L}\p{N}])\d(?:[ -]?\d){12,18}(?![\p{L}\p{N}])/dgu,
    isMeant: (value) => /^[3-6]/.test(value),
  },
  {
    kind: "phone",
    label: "phone",
    find: /(?<![\p{L}\p{N}])(?:\+|00)\d{1,3}[\s()./-]{0,3}(?:\d[ \u00a0()./-]{0,3}){5,13}\d(?![\p{L}\p{N}])/dgu,
  },
  {
    kind: "phone",
    label: "phone",
    find: /(?<![\p{L}\p{N}.,])\(?0\d(?:[ \u00a0()./-]{0,3}\d){7,12}(?![\p{L}\p{N}])/dgu,
  },
  { kind: "phone", label: "phone", find: /(?<![\p{L}\p{N}])\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?![\p{L}\p{N}])/dgu },
  {
    kind: "phone",
    label: "phone",
    find: /(?<![\p{L}])(?:phone|tel|telephone|mobile|cell|fax|whatsapp|call me(?: back)?|reach me|ring me|portable|téléphone|tél|rappele[rz](?:-moi)?|joignable|handy|telefon|mobil|erreichbar|anrufen|móvil|teléfono|llámame|llamarme)[^\d\n]{0,24}(?<value>\+?\d[\d \u00a0()./-]{4,}\d)/dgiu,
  },
  {
    kind: "number",
    label: "number",
    find: /(?<![\p{L}\p{N}])(?:INV|ORD|ORDER|CMD|CDE|FAC|FACT|RE|RG|RNG|BEST|PED|PO|SO|RMA|TKT|TICKET|CASE|REF|CUST|CLI|KD|KND|ACC|DOS|CTR|BK|SN)[-_ ]?#?\d(?:[\d-]{2,})\d(?![\p{L}\p{N}])/dgu,
  },
  { kind: "number", label: "number", find: /(?<![\p{L}\p{N}&])#\d{3,}(?!\d)/dgu },
  {
    kind: "number",
    label: "number",
    find: /(?<![\p{L}\p{N}])(?!0x)(?=(?:[A-Z]*\d){6})(?=\d*[A-Z])[A-Z\d]{9,}(?![\p{L}\p{N}])/dgiu,
  },
  { kind: "number", label: "identity", find: /(?<![\p{L}\p{N}])[XYZ]?\d{7,8}-?[A-Z](?![\p{L}\p{N}])/dgu },
  { kind: "number", label: "number", find: /(?<![\p{L}\p{N}.,])\d(?:[ \u00a0./-]?\d){7,}(?![\p{L}\p{N}])/dgu },
  { kind: "number", label: "number", find: /(?<![\p{L}\p{N}.,])\d{6,7}(?![\p{L}\p{N}]|[.,]\d)/dgu },
  {
    kind: "name",
    label: "name",
    find: /(?:[A-Z]:\\Users\\|\/home\/|\/Users\/)(?<value>[^\\/\s"<>|]+)/dgiu,
  },
  { kind: "name", label: "name", find: /(?<![\p{L}\p{N}._/])@[\p{L}\p{N}_.]{2,}[\p{L}\p{N}]/dgu },
];

/** In the order in which they are to be tried: what comes first is gone when the next looks. */
export const BEFORE_KEPT = FIRST_PATTERNS;
export const AFTER_KEPT = [...NUMBERED_PATTERNS, ...LAST_PATTERNS];

/** What looks like such a number and says nothing about a person: dates, times, amounts, error codes, versions. */
export const KEPT: RegExp[] = [
  // Addresses inside a network are the same in every house.
  /(?<![\p{L}\p{N}.])(?:(?:10|127)(?:\.\d{1,3}){3}|(?:192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2})(?!\.?\d)/gu,
  /(?<![\d./-])(?:\d{4}-(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:\d{4}|\d{2})|(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12]\d|3[01])\/\d{4})(?![./-]?\d)(?:T\d{2}:\d{2}(?::\d{2})?Z?)?/gu,
  /(?<!\d)\d{1,2}(?::|h)\d{2}(?::\d{2})?(?!\d)/gu,
  new RegExp(
    `(?<![\\d.,])(?:\\d{1,3}(?:[ .,'’\\u00a0\\u202f]\\d{3})+|\\d+)(?:[.,]\\d{1,2})?[ \\u00a0\\u202f]?${CURRENCY}${END}|(?:€|\\$|£|EUR|USD|GBP|CHF) ?\\d+(?:[.,' ]\\d{3})*(?:[.,]\\d{1,2})?(?![\\d])`,
    "giu",
  ),
  /(?<![\p{L}\p{N}])(?:error|errors|err|fehler|fehlercode|fehlermeldung|erreur|exception|http|status|stop|port|version|build|firmware|kb|windows|android|ios|macos)(?: (?:code|number|no\.?|n°|d['’]erreur|de error))?[\s:#_-]{0,3}(?:is |was |est |ist |es )?[A-Z]{0,6}[-_]?\d[\d.]{0,10}(?:-\d{1,6})?(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}])(?:code|código)(?: (?:d['’]erreur|de error))?[\s:]{1,3}(?:\d{2,5}(?!\d)|[A-Z]{1,6}[-_]?\d{1,8}(?![\p{L}\p{N}]))/giu,
  /(?<![\p{L}\p{N}])0x[\da-f]{2,16}(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}.])v\d+(?:\.\d+){1,4}(?![\p{L}\p{N}])/giu,
];
