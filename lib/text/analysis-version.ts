/** Which terms texts become: an index made of other terms is of no use to a query. */
import { SEARCH_LANGUAGES } from "./languages";
import { termsOf } from "./tokens";

/** Raised by hand whenever the same text becomes other terms than before. */
export const TEXT_ANALYSIS_VERSION = 3;

/** Texts that touch every rule. The platform's word segmenter differs between browsers and shows in the unspaced scripts. */
const PROBES: [language: string | null, text: string][] = [
  [
    "en",
    "The customer's e-mails bounced: ERR-4102, 0x80070005, Office365 v2.1.3, 2.5 GB, 1,200 people paid and bought",
  ],
  [
    "fr",
    "L’événement n’a pas été remboursé, 500 Mo, 20,50 €, les réseaux sans-fil, j'ai reçu le paiement, clef oubliée",
  ],
  [
    "de",
    "Die Rechnungsadresse wurde zurückgesetzt, Straße, Rueckerstattung, abgebucht, Verträge, 1.000 EUR, storniert",
  ],
  ["es", "La devolución fue devuelta, niños, contraseñas, facturación, 12,5 %, pidió el envío y no llegó"],
  ["it", "L'ordine è stato annullato, le fatture dell'utente, perché non funziona"],
  ["nl", "De rekeningen zijn betaald, wachtwoord opnieuw instellen, zo snel mogelijk"],
  ["pt", "As faturas não estão certas, devolução do pagamento, endereço, ligações"],
  ["zh", "我的发票不对，请帮我重置密码"],
  ["ja", "パスワードをリセットできません。請求書が届かない"],
  ["ko", "환불을 받고 싶어요 비밀번호가 맞지 않습니다"],
  ["th", "ฉันไม่สามารถเข้าสู่ระบบได้"],
  [null, "Пароль не работает https://acme.example/help/reset-password?id=12 كلمة المرور"],
];

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : 1);

/** FNV-1a, 32 bits: it tells two texts apart and keeps nothing secret. */
function hash(text: string, seed: number): string {
  let sum = seed >>> 0;
  for (let at = 0; at < text.length; at += 1) {
    sum ^= text.charCodeAt(at);
    sum = Math.imul(sum, 0x01000193);
  }
  return (sum >>> 0).toString(16).padStart(8, "0");
}

/**
 * Sixteen hexadecimal digits that change when texts become other terms: by a raised version, other stop words, another
 * stemmer or another word segmenter of the platform. A stored index made under another fingerprint is to be rebuilt.
 */
export function analysisFingerprint(): string {
  const stopWords = [...SEARCH_LANGUAGES].map(
    ([tag, rules]) => `${tag}:${[...rules.stopWords].sort(byCodeUnits).join(" ")}`,
  );
  const terms = PROBES.map(([language, text]) => termsOf(text, language).join(" "));
  const all = [TEXT_ANALYSIS_VERSION, ...stopWords, ...terms].join("\n");
  return hash(all, 0x811c9dc5) + hash(all, 0x01234567);
}
