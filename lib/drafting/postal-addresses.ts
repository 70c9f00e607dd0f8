/** Postal addresses as they are written in four languages; best effort, a street and what follows it on its line. */
import type { PersonalPattern } from "./personal-numbers";

const END = "(?![\\p{L}\\p{N}])";
const PLACE =
  "\\p{Lu}[\\p{L}'’.-]*(?: (?:\\p{Lu}[\\p{L}'’.-]*|de|du|des|la|le|les|sur|sous|en|am|an|der|im|del|el|upon|and)){0,4}";
const CITY = `(?:,? ?\\n?(?:[A-Z]{1,2}-)?\\d{4,5} ${PLACE}|, ?${PLACE}(?:,? (?:[A-Z]{2} )?(?:\\d{5}(?:-\\d{4})?|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}))?)?`;

const STATES =
  "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC";

const STREETS: string[] = [
  // "12 Baker Street, Flat 4, London NW1 6XE"
  `\\d{1,5}[a-z]? (?:[NSEW]\\.? )?(?:[\\p{Lu}\\d][\\p{L}\\d'’.-]* ){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Court|Ct|Close|Way|Place|Pl|Square|Sq|Boulevard|Blvd|Terrace|Crescent|Gardens|Grove|Parkway|Hill|Row|Mews)${END}\\.?(?:,? (?:[Aa]pt\\.?|[Ff]lat|[Uu]nit|[Ss]uite|[Aa]partment|[Ff]loor|#) ?#?[\\p{L}\\d]+)?${CITY}`,
  // "12 bis, rue des Lilas, 69003 Lyon"
  `\\d{1,4} ?(?:bis|ter|[a-d])?,? (?:[Rr]ue|[Aa]venue|[Aa]v\\.?|[Bb]oulevard|[Bb]d\\.?|[Pp]lace|[Cc]hemin|[Ii]mpasse|[Aa]llée|[Rr]oute|[Qq]uai|[Cc]ours|[Pp]assage|[Ss]entier|[Ll]otissement|[Rr]ésidence|[Ff]aubourg)${END} [^\\n,;.()]{2,50}(?:, ?[^\\n,;]{2,30}(?=, ?\\d{5}))?${CITY}`,
  // "Lindenstraße 12a, 50674 Köln", "Am Alten Markt 3"
  `(?:\\p{Lu}[\\p{L}.-]* ?)?\\p{Lu}?[\\p{L}-]*(?:straße|strasse|str\\.|weg|platz|allee|gasse|ring|damm|ufer|chaussee|Straße|Strasse|Str\\.|Weg|Platz|Allee|Ring|Damm|Ufer) \\d{1,4} ?[a-z]?${END}${CITY}`,
  `(?:Am|An der|An den|Im|In der|Zum|Zur|Auf der|Unter den) (?:\\p{Lu}[\\p{L}-]+ ?){1,3}\\d{1,4} ?[a-z]?${END}(?=,|\\n|$| in )${CITY}`,
  // "calle Mayor 12, 3º B, 28013 Madrid"
  `(?:[Cc]alle|[Cc]/|[Aa]venida|[Aa]vda\\.?|[Aa]v\\.|[Pp]laza|[Pp]aseo|[Cc]amino|[Cc]arretera|[Rr]onda|[Tt]ravesía) ?[^\\n,;()]{2,50}?,? (?:n[.º°o]* ?)?\\d{1,4}${END}(?:,? \\d{1,2}[ºª°]? ?[A-Z\\d]?${END})?${CITY}`,
  // Without a street.
  `(?<=^[ \\t]*)(?:[A-Z]{1,2}-)?\\d{4,5} ${PLACE}(?=[ \\t]*,?[ \\t]*$)`,
  `[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}${END}`,
  `(?:\\p{Lu}[\\p{L}'’.-]*,? ){0,3}(?:${STATES}) \\d{5}(?:-\\d{4})?${END}`,
  "P\\.? ?O\\.? Box \\d+|Postfach \\d[\\d ]*|BP \\d{2,6}|Apartado(?: de correos)? \\d+",
  // "I live in Lyon", after which most often stands a place.
  `(?<=(?:I live (?:in|at)|my address is|mon adresse est|j['’]habite (?:à|au|en)|ich wohne in|wohnhaft in|meine Adresse (?:ist|lautet)|vivo en|mi dirección es)[ :]*)(?:\\d[^\\n.;]{3,80}|${PLACE})`,
];

export const POSTAL_ADDRESSES: PersonalPattern[] = STREETS.map((street) => ({
  kind: "address",
  label: "address",
  find: new RegExp(`(?<![\\p{L}\\p{N}])${street}`, "dgmu"),
}));
