/** The few words a proposal brings itself, in the languages tickets are drafted in. */
import type { ArticleKind } from "../contract/article";

export type DraftLanguage = "en" | "fr" | "de" | "es";

/** What stands for something personal that was taken out; the words appear in brackets. */
export type Label =
  | "name"
  | "email"
  | "phone"
  | "account"
  | "card"
  | "address"
  | "link"
  | "order"
  | "ticket"
  | "customer"
  | "contract"
  | "invoice"
  | "tracking"
  | "serial"
  | "booking"
  | "key"
  | "code"
  | "password"
  | "birthday"
  | "identity"
  | "ip"
  | "number";

const ENGLISH: Record<Label, string> = {
  name: "name",
  email: "e-mail address",
  phone: "phone number",
  account: "account number",
  card: "card number",
  address: "address",
  link: "link",
  order: "order number",
  ticket: "ticket number",
  customer: "customer number",
  contract: "contract number",
  invoice: "invoice number",
  tracking: "tracking number",
  serial: "serial number",
  booking: "booking number",
  key: "key",
  code: "code",
  password: "password",
  birthday: "date of birth",
  identity: "identity number",
  ip: "IP address",
  number: "number",
};

const FRENCH: Record<Label, string> = {
  name: "nom",
  email: "adresse e-mail",
  phone: "numéro de téléphone",
  account: "numéro de compte",
  card: "numéro de carte",
  address: "adresse",
  link: "lien",
  order: "numéro de commande",
  ticket: "numéro de ticket",
  customer: "numéro de client",
  contract: "numéro de contrat",
  invoice: "numéro de facture",
  tracking: "numéro de suivi",
  serial: "numéro de série",
  booking: "numéro de réservation",
  key: "clé",
  code: "code",
  password: "mot de passe",
  birthday: "date de naissance",
  identity: "numéro d’identité",
  ip: "adresse IP",
  number: "numéro",
};

const GERMAN: Record<Label, string> = {
  name: "Name",
  email: "E-Mail-Adresse",
  phone: "Telefonnummer",
  account: "Kontonummer",
  card: "Kartennummer",
  address: "Adresse",
  link: "Link",
  order: "Bestellnummer",
  ticket: "Ticketnummer",
  customer: "Kundennummer",
  contract: "Vertragsnummer",
  invoice: "Rechnungsnummer",
  tracking: "Sendungsnummer",
  serial: "Seriennummer",
  booking: "Buchungsnummer",
  key: "Schlüssel",
  code: "Code",
  password: "Passwort",
  birthday: "Geburtsdatum",
  identity: "Ausweisnummer",
  ip: "IP-Adresse",
  number: "Nummer",
};

const SPANISH: Record<Label, string> = {
  name: "nombre",
  email: "correo electrónico",
  phone: "número de teléfono",
  account: "número de cuenta",
  card: "número de tarjeta",
  address: "dirección",
  link: "enlace",
  order: "número de pedido",
  ticket: "número de ticket",
  customer: "número de cliente",
  contract: "número de contrato",
  invoice: "número de factura",
  tracking: "número de seguimiento",
  serial: "número de serie",
  booking: "número de reserva",
  key: "clave",
  code: "código",
  password: "contraseña",
  birthday: "fecha de nacimiento",
  identity: "número de documento",
  ip: "dirección IP",
  number: "número",
};

export const LABELS: Record<DraftLanguage, Record<Label, string>> = {
  en: ENGLISH,
  fr: FRENCH,
  de: GERMAN,
  es: SPANISH,
};

/** A heading, and what of the ticket stands under it. */
export type TemplateSection = { heading: string; from: "problem" | "answer" | "nothing" };

type Words = { sees: string; cause: string; solution: string; when: string; steps: string };
type MoreWords = { rule: string; exceptions: string; question: string; answer: string; facts: string };

const HEADINGS: Record<DraftLanguage, Words & MoreWords> = {
  en: {
    ...{ sees: "What the customer sees", cause: "Cause", solution: "Solution", when: "When", steps: "Steps" },
    ...{ rule: "The rule", exceptions: "Exceptions", question: "Question", answer: "Answer", facts: "Facts" },
  },
  fr: {
    ...{ sees: "Ce que voit le client", cause: "Cause", solution: "Solution", when: "Dans quel cas", steps: "Étapes" },
    ...{ rule: "La règle", exceptions: "Exceptions", question: "Question", answer: "Réponse", facts: "Les faits" },
  },
  de: {
    ...{ sees: "Was der Kunde sieht", cause: "Ursache", solution: "Lösung", when: "Wann", steps: "Schritte" },
    ...{ rule: "Die Regel", exceptions: "Ausnahmen", question: "Frage", answer: "Antwort", facts: "Fakten" },
  },
  es: {
    ...{ sees: "Lo que ve el cliente", cause: "Causa", solution: "Solución", when: "Cuándo", steps: "Pasos" },
    ...{ rule: "La regla", exceptions: "Excepciones", question: "Pregunta", answer: "Respuesta", facts: "Datos" },
  },
};

/** The headings of a kind of article, in their order. */
export function templateOf(kind: ArticleKind, language: DraftLanguage): TemplateSection[] {
  const words = HEADINGS[language];
  switch (kind) {
    case "troubleshooting":
      return [
        { heading: words.sees, from: "problem" },
        { heading: words.cause, from: "nothing" },
        { heading: words.solution, from: "answer" },
      ];
    case "how-to":
      return [
        { heading: words.when, from: "problem" },
        { heading: words.steps, from: "answer" },
      ];
    case "policy":
      return [
        { heading: words.when, from: "problem" },
        { heading: words.rule, from: "answer" },
        { heading: words.exceptions, from: "nothing" },
      ];
    case "faq":
      return [
        { heading: words.question, from: "problem" },
        { heading: words.answer, from: "answer" },
      ];
    case "reference":
      return [{ heading: words.facts, from: "answer" }];
  }
}

/** The language of a proposal's own words for a ticket in any language; English where there are none. */
export function draftLanguageOf(language: string | null): DraftLanguage {
  return language === "fr" || language === "de" || language === "es" ? language : "en";
}
