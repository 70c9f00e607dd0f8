/** A small base of a telecom and energy company that the ranking's tests rank. */
import type { Article } from "../../../lib/contract/article";
import { createLibraryIndex, type LibraryIndex } from "../../../lib/library-index/library-index";
import type { Ranking, RankOptions } from "../../../lib/ranking/rank-articles";
import type { ReadArticles } from "../../../lib/ranking/suggest-articles";
import { article } from "../builders";

export const OPTIONS: RankOptions = { droppedTerms: [], nowMs: Date.parse("2026-02-01T00:00:00Z") };

export const BASE: Article[] = [
  article({
    id: "debit-date",
    title: "Change the direct debit date",
    text: "Choose another day between the 1st and the 28th for your payment to leave the bank.",
  }),
  article({
    id: "debit-bank",
    title: "Change the bank account for direct debit",
    text: "Enter the new IBAN under Payments. The mandate moves to the new bank account.",
  }),
  article({
    id: "router-light",
    title: "Router shows a red light",
    text: "A red light means no line. Check the cable, then restart the router and wait five minutes.",
  }),
  article({
    id: "wifi-slow",
    title: "Wi-Fi is slow",
    text: "Move the router away from the television and choose channel 11 for the wireless network.",
  }),
  article({
    id: "sim-lost",
    title: "Lost or stolen phone",
    text: "Block the SIM card at once. A replacement SIM arrives within two working days.",
  }),
  article({
    id: "meter",
    title: "Submit a meter reading",
    text: "Read the digits before the comma and enter them in the app before the 5th.",
  }),
  article({
    id: "fr-routeur",
    language: "fr",
    translationOf: "router-light",
    sourceVersion: 1,
    title: "Le voyant du routeur est rouge",
    text: "Un voyant rouge signale une coupure de ligne. Vérifiez le câble puis redémarrez le routeur.",
  }),
  article({
    id: "fr-carte",
    language: "fr",
    title: "Téléphone perdu ou volé",
    text: "Bloquez la carte SIM sans attendre. Une nouvelle carte arrive sous deux jours ouvrés.",
  }),
];

export function indexOf(articles: Article[]): LibraryIndex {
  const index = createLibraryIndex();
  for (const each of articles) index.put(each);
  return index;
}

/** Reads from a list as the library does from its database. */
export function reader(articles: Article[]): ReadArticles {
  return async (ids: string[]) => ids.flatMap((id) => articles.filter((each) => each.id === id));
}

/** Ids of a ranking, best first. */
export function rankedIds({ ranked }: Ranking): string[] {
  return ranked.map(({ article: { id } }) => id);
}
