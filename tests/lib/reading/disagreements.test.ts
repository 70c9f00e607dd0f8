import { describe, expect, test } from "vitest";
import type { Sectioned } from "../../../lib/reading/claims";
import { findContradictions, findTranslationContradictions } from "../../../lib/reading/disagreements";

type Side = string | { title?: string; heading?: string; text: string };

function article(side: Side, language: string, title: string): Sectioned {
  const { heading = "", text, title: own = title } = typeof side === "string" ? { text: side } : side;
  return { id: own, language, title: own, sections: [{ heading, text }] };
}

function contradictions(language: string, own: Side, other: Side, title = "") {
  return findContradictions(article(own, language, title), article(other, language, title));
}

function valuesOf(language: string, own: Side, other: Side): string[][] {
  return contradictions(language, own, other).map((found) => [found.own.value, found.other.value]);
}

describe("a contradiction is found", () => {
  test.each<[string, Side, Side, string, string]>([
    ["en", "Card replacement costs 10 €.", "Card replacement costs 12 euros.", "10 €", "12 euros"],
    ["en", "A replacement card costs €10.", "The price of a replacement card is €12.50.", "€10", "€12.50"],
    ["en", "The late payment fee is $25.", "Customers pay a late payment fee of $30.", "$25", "$30"],
    ["en", "Standard shipping to Norway costs £4.99.", "Standard shipping to Norway costs £5.99.", "£4.99", "£5.99"],
    ["en", "Paper invoices are charged 2 EUR per month.", "Paper invoices cost 3 EUR a month.", "2 EUR", "3 EUR"],
    [
      "en",
      "Unused vouchers expire after 12 months.",
      "Unused vouchers expire after 24 months.",
      "12 months",
      "24 months",
    ],
    ["en", "You can return parcels within 14 days.", "Parcels can be returned within 30 days.", "14 days", "30 days"],
    [
      "en",
      "The 14-day return window applies to outlet goods.",
      "The 30-day return window applies to outlet goods.",
      "14 day",
      "30 day",
    ],
    ["en", "Bank transfers take 3 to 5 days.", "Bank transfers take 7 to 10 days.", "3 to 5 days", "7 to 10 days"],
    ["en", "Bank transfers take 3 business days.", "Bank transfers take 5 business days.", "3 days", "5 days"],
    ["en", "The reset link stays valid for 24 hours.", "The reset link stays valid for 2 days.", "24 hours", "2 days"],
    ["en", "Mailbox storage holds up to 50 GB.", "Mailbox storage holds up to 25 GB.", "50 GB", "25 GB"],
    ["en", "VAT on printed books is 5%.", "VAT on printed books is 7 %.", "5%", "7 %"],
    [
      "en",
      "The winter offer ends on 31 December 2026.",
      "The winter offer ends on 15 January 2027.",
      "31 December 2026",
      "15 January 2027",
    ],
    [
      "en",
      "The winter offer ends on December 31, 2026.",
      "The winter offer ends on 2026-11-30.",
      "December 31, 2026",
      "2026-11-30",
    ],
    [
      "en",
      "Team leads may grant goodwill credit up to 40 €.",
      "Team leads may grant goodwill credit up to 60 €.",
      "40 €",
      "60 €",
    ],
    [
      "en",
      { heading: "Replacement card", text: "The replacement card costs 10 €." },
      "A replacement card costs 12 €.",
      "10 €",
      "12 €",
    ],
    [
      "fr",
      "Le remplacement de la carte coûte 10 €.",
      "Le remplacement de la carte coûte 12 euros.",
      "10 €",
      "12 euros",
    ],
    [
      "fr",
      "Les frais de résiliation anticipée sont de 45 €.",
      "Les frais de résiliation anticipée : 50 €.",
      "45 €",
      "50 €",
    ],
    ["fr", "La facture papier est facturée 2,50 € par mois.", "La facture papier coûte 3 € par mois.", "2,50 €", "3 €"],
    [
      "fr",
      "Le client peut retourner le colis sous 14 jours.",
      "Retourner le colis : sous 30 jours.",
      "14 jours",
      "30 jours",
    ],
    [
      "fr",
      "La box doit être renvoyée dans les 15 jours.",
      "La box doit être renvoyée dans les 30 jours.",
      "15 jours",
      "30 jours",
    ],
    ["fr", "Le forfait étudiant comprend 50 Go.", "Le forfait étudiant comprend 80 Go.", "50 Go", "80 Go"],
    [
      "fr",
      "L’offre de rentrée prend fin le 30 septembre 2026.",
      "L’offre de rentrée prend fin le 15 octobre 2026.",
      "30 septembre 2026",
      "15 octobre 2026",
    ],
    ["fr", "La TVA sur les livres est de 5,5 %.", "La TVA sur les livres est de 10 %.", "5,5 %", "10 %"],
    [
      "fr",
      "Le dépôt de garantie du modem s’élève à 1 200 €.",
      "Le dépôt de garantie du modem est de 1 000 €.",
      "1 200 €",
      "1 000 €",
    ],
    [
      "de",
      "Die Ersatzkarte kostet als Notfallkarte 10 €.",
      "Die Ersatzkarte als Notfallkarte kostet 12 Euro.",
      "10 €",
      "12 Euro",
    ],
    [
      "de",
      "Die Rückgabe des Pakets ist innerhalb von 14 Tagen möglich.",
      "Die Rückgabe des Pakets ist innerhalb von 30 Tagen möglich.",
      "14 Tagen",
      "30 Tagen",
    ],
    ["es", "La tarjeta de sustitución cuesta 10 €.", "La tarjeta de sustitución cuesta 12 euros.", "10 €", "12 euros"],
    [
      "es",
      "El código de activación caduca a las 24 horas.",
      "El código de activación caduca a las 48 horas.",
      "24 horas",
      "48 horas",
    ],
  ])("%s: %o and %o", (language, own, other, ownValue, otherValue) => {
    expect(valuesOf(language, own, other)).toEqual([[ownValue, otherValue]]);
  });
});

describe("no contradiction is seen", () => {
  test.each<[string, string, Side, Side]>([
    ["equal amounts", "en", "Card replacement costs 10 €.", "Card replacement costs 10.00 EUR."],
    [
      "equal amounts",
      "fr",
      "Le remplacement de la carte coûte 1 200 €.",
      "Le remplacement de la carte coûte 1200 euros.",
    ],
    ["equal in other units", "en", "The reset link stays valid for 24 hours.", "The reset link stays valid for 1 day."],
    ["equal in other units", "en", "Unused vouchers expire after 12 months.", "Unused vouchers expire after 1 year."],
    ["equal dates", "en", "The winter offer ends on 31 December 2026.", "The winter offer ends on December 31, 2026."],
    ["another thing", "en", "Card replacement costs 10 €.", "Card delivery costs 12 €."],
    ["another thing", "fr", "Le remplacement de la carte coûte 10 €.", "Le remplacement du boîtier coûte 12 €."],
    ["a kind of it", "en", "Home delivery of a parcel costs 5 €.", "Express home delivery of a parcel costs 12 €."],
    [
      "a kind of it",
      "fr",
      "La livraison du colis à domicile coûte 5 €.",
      "La livraison express du colis à domicile coûte 12 €.",
    ],
    ["plans", "en", "The Premium plan costs 10 € per month.", "The Basic plan costs 5 € per month."],
    ["plans", "fr", "Le forfait Zen coûte 10 € par mois.", "Le forfait Max coûte 15 € par mois."],
    ["plans", "de", "Der Tarif Komfort kostet als Vertrag 10 €.", "Der Tarif Basis kostet als Vertrag 15 €."],
    ["plans", "es", "La tarifa plana Joven cuesta 10 €.", "La tarifa plana Familia cuesta 15 €."],
    [
      "plans in titles",
      "en",
      { title: "Premium plan", text: "The monthly plan fee for roaming calls is 10 €." },
      { title: "Basic plan", text: "The monthly plan fee for roaming calls is 5 €." },
    ],
    [
      "one title narrower",
      "en",
      { title: "Delivery", text: "Home delivery of parcels costs 5 €." },
      { title: "Express delivery", text: "Home delivery of parcels costs 12 €." },
    ],
    [
      "products in titles",
      "fr",
      { title: "Box Fibre", text: "La caution de l’équipement est de 40 €." },
      { title: "Box ADSL", text: "La caution de l’équipement est de 20 €." },
    ],
    [
      "cases in headings",
      "en",
      { heading: "Premium", text: "The activation fee for new lines is 10 €." },
      { heading: "Basic", text: "The activation fee for new lines is 5 €." },
    ],
    [
      "cases in headings",
      "fr",
      { heading: "En France", text: "L’envoi du colis coûte 5 €." },
      { heading: "À l’étranger", text: "L’envoi du colis coûte 15 €." },
    ],
    ["countries", "en", "Standard shipping to Norway costs £4.99.", "Standard shipping to Iceland costs £9.99."],
    [
      "models",
      "en",
      "The battery of the X200 charges in 90 minutes.",
      "The battery of the X300 charges in 60 minutes.",
    ],
    ["versions", "en", "Backup storage in Office 2019 holds 50 GB.", "Backup storage in Office 2021 holds 80 GB."],
    ["a range that holds it", "en", "Bank transfers take 3 to 5 days.", "Bank transfers take 4 days."],
    ["ranges that overlap", "en", "Bank transfers take 3 to 5 days.", "Bank transfers take 4 to 7 days."],
    [
      "a bound and an amount",
      "en",
      "Goodwill credit for team leads: up to 40 €.",
      "Goodwill credit for team leads: 20 €.",
    ],
    ["a bound and an amount", "fr", "L’avoir commercial accordé : jusqu’à 40 €.", "L’avoir commercial accordé : 20 €."],
    ["least and most", "en", "Direct debit orders need at least 10 €.", "Direct debit orders need at most 500 €."],
    ["least and most", "de", "Bestellungen per Lastschrift ab 10 €.", "Bestellungen per Lastschrift bis zu 500 €."],
    ["roughly", "en", "A card exchange takes about 10 minutes.", "A card exchange takes 15 minutes."],
    ["roughly", "fr", "L’échange de la carte prend environ 10 minutes.", "L’échange de la carte prend 15 minutes."],
    ["a share and an amount", "en", "The card deposit fee is 3%.", "The card deposit fee is 5 €."],
    ["currencies", "en", "Card replacement costs 10 €.", "Card replacement costs £12."],
    ["a time and a price", "en", "Card replacement takes 10 days.", "Card replacement costs 12 €."],
    ["periods", "en", "Paper invoices cost 2 € per month.", "Paper invoices cost 20 € per year."],
    ["periods", "fr", "La facture papier coûte 2 € par mois.", "La facture papier coûte 20 € par an."],
    ["a negation", "en", "Parcels can be returned within 14 days.", "Parcels cannot be returned within 2 days."],
    [
      "a negation",
      "fr",
      "Le colis livré peut être retourné sous 14 jours.",
      "Le colis livré ne peut pas être retourné sous 2 jours.",
    ],
    ["an example", "en", "Card replacement costs 10 €.", "For example, card replacement costs 12 €."],
    [
      "an example",
      "fr",
      "Le remplacement de la carte coûte 10 €.",
      "Par exemple, le remplacement de la carte coûte 12 €.",
    ],
    ["what was", "en", "Card replacement costs 10 €.", "Card replacement used to cost 8 €."],
    [
      "what was",
      "fr",
      "Le remplacement de la carte coûte 10 €.",
      "Auparavant, le remplacement de la carte coûtait 8 €.",
    ],
    [
      "a change told",
      "en",
      "Card replacement costs 12 €.",
      "The fee for card replacement was raised from 10 € to 12 €.",
    ],
    ["a question", "en", "Card replacement costs 10 €.", "Does card replacement cost 12 €?"],
    [
      "copyright lines",
      "en",
      "Copyright 2024 Acme help pages, 12 months.",
      "Copyright 2026 Acme help pages, 24 months.",
    ],
    [
      "dates of the text itself",
      "en",
      "Card fees page last updated on 3 May 2026.",
      "Card fees page last updated on 9 June 2026.",
    ],
    ["entries of a log", "en", "Version of 3 May 2026: card fees page.", "Version of 9 June 2026: card fees page."],
    ["telephone numbers", "en", "Call the card desk on 020 7946 0123.", "Call the card desk on 020 7946 0999."],
    [
      "telephone numbers",
      "fr",
      "Le service des cartes répond au 01 23 45 67 89.",
      "Le service des cartes répond au 01 98 76 54 32.",
    ],
    ["numbers without a unit", "en", "Open the card menu and press 3.", "Open the card menu and press 5."],
    [
      "error codes",
      "en",
      "ERR-1234 means the card desk waits 10 minutes.",
      "ERR-9876 means the card desk waits 20 minutes.",
    ],
    [
      "two amounts in one sentence",
      "en",
      "Card replacement costs 10 €, or 15 € by courier.",
      "Card replacement costs 12 €.",
    ],
    ["both name both", "en", "Card replacement costs 10 €.\nIn branches: 12 €.", "Card replacement costs 12 €."],
    [
      "until and from",
      "en",
      "The winter offer runs until 31 December 2026.",
      "The winter offer runs from 1 November 2026.",
    ],
    [
      "until and from",
      "fr",
      "L’offre de rentrée court jusqu’au 30 septembre 2026.",
      "L’offre de rentrée court à partir du 1er août 2026.",
    ],
    [
      "a day with a year and one without",
      "en",
      "The winter offer ends on 31 December.",
      "The winter offer ends on 30 November 2025.",
    ],
    ["rows of tables", "en", "Card replacement | 10 €", "Card replacement | 12 €"],
    ["one word in common", "en", "Delivery takes 5 days.", "Delivery takes 10 days."],
    ["what depends", "en", "Card replacement costs 10 €.", "Depending on the branch, card replacement costs 12 €."],
    ["hours of the clock", "en", "The card desk opens at 9:00.", "The card desk opens at 10:00."],
  ])("%s (%s): %o and %o", (_why, language, own, other) => {
    expect(valuesOf(language, own, other)).toEqual([]);
    expect(valuesOf(language, other, own)).toEqual([]);
  });
});

test("a sentence that contradicts several of the other article is left alone", () => {
  const other = "Card replacement costs 12 €.\nA replacement card: 15 €.";

  expect(valuesOf("en", "Card replacement costs 10 €.", other)).toEqual([]);
});

test("a list of prices contradicts nothing", () => {
  const list = Array.from({ length: 61 }, (_, at) => `Card replacement costs ${at + 20} €.`).join("\n");

  expect(valuesOf("en", "Card replacement costs 10 €.", list)).toEqual([]);
});

describe("an article and its translation", () => {
  const english = (text: string) => article(text, "en", "Card fees");
  const french = (text: string) => article(text, "fr", "Frais de carte");

  test("disagree where one amount of several differs", () => {
    const found = findTranslationContradictions(
      english("A new card costs 10 €.\nA new PIN costs 5 €."),
      french("Une nouvelle carte coûte 12 €.\nUn nouveau code coûte 5 €."),
    );

    expect(found.map(({ own, other }) => [own.value, other.value])).toEqual([["10 €", "12 €"]]);
  });

  test("disagree in the one date they name", () => {
    const found = findTranslationContradictions(
      english("The offer ends on 31 December 2026."),
      french("L’offre se termine au plus tard le 30 novembre 2026."),
    );

    // "ends on" and "au plus tard le" both set an end.
    expect(found.map(({ other }) => other.value)).toEqual(["30 novembre 2026"]);
  });

  test.each([
    ["say the same", "A new card costs 10 €.", "Une nouvelle carte coûte 10 euros."],
    ["are made of other sections", "A new card costs 10 €.\nA PIN: 5 €.", "Une nouvelle carte coûte 12 €."],
    ["differ everywhere", "A new card costs 10 €.\nA PIN: 5 €.", "Une carte coûte 12 €.\nUn code : 6 €."],
    ["speak of other currencies", "A new card costs £10.", "Une nouvelle carte coûte 12 €."],
  ])("agree as far as can be told when they %s", (_why, own, other) => {
    expect(findTranslationContradictions(english(own), french(other))).toEqual([]);
  });
});
