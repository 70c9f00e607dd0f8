/**
 * A small knowledge base and the tickets that go with it. Three matters share no word that the ranking counts, and ids
 * begin with their matter: an article beside another matter's ticket can only be a neighbour's.
 */
import type { ReplicaTicket } from "../../replicas/desk";
import type { ArticleLine } from "./backend";

export type Matter = "parcel" | "invoice" | "login";

const url = (id: string) => `https://help.acme.example/${id}`;
const line = (_id: string, title: string, text: string): ArticleLine => ({
  ...{ _id, title, text },
  metadata: {
    language: "en",
    url: url(_id),
    owner: { kind: "team", name: "Care desk" },
    verifiedAt: "2026-11-01T09:00:00Z",
  },
});

/** Three articles for each matter. */
export const SHOP_ARTICLES: ArticleLine[] = [
  line(
    "parcel-missing",
    "Parcel marked as delivered but missing",
    "The courier scanned the parcel as delivered and nobody can find it.\n\n## First steps\n\nOpen the tracking page and look at the doorstep photograph. Then ask neighbours and the porter.\n\n## Search\n\nAfter two working days start a courier search. A replacement leaves the warehouse at once.",
  ),
  line(
    "parcel-damaged",
    "Parcel arrived broken or crushed",
    "Take photographs of the crushed carton and the broken lamp or vase inside. The courier collects the damaged parcel free of charge.",
  ),
  line(
    "parcel-late",
    "Delivery is late",
    "Look at the tracking page. Heavy snow and strikes hold vans back; the courier tries a late delivery three times.",
  ),
  line(
    "invoice-twice",
    "Invoice paid twice by card",
    "The bank statement shows the same amount two times. Compare the invoice numbers.\n\n## Refund\n\nFinance sends the surplus amount back to the card within five days.",
  ),
  line(
    "invoice-copy",
    "Send a copy of an invoice with a VAT number",
    "Finance prints invoices with the company's VAT number. Ask for the VAT number and the billing name.",
  ),
  line(
    "invoice-reminder",
    "Payment reminder for an invoice that was settled",
    "Bank transfers take days to be booked. A reminder that crossed with the payment can be thrown away.",
  ),
  line(
    "login-code",
    "Security code for signing in does not come",
    "The six-digit security code goes by text message. Check the mobile number in the profile.\n\n## Authenticator\n\nAn authenticator app shows codes without network. Reset the authenticator under Profile, Sign-in.",
  ),
  line(
    "login-password",
    "Forgotten password",
    "The password link is valid for one hour. Old passwords cannot be chosen again.",
  ),
  line(
    "login-locked",
    "Profile locked after wrong passwords",
    "Five wrong passwords lock the profile for thirty minutes. Support unlocks it after an identity check.",
  ),
];

const ticket = (id: string, subject: string, ...texts: string[]): ReplicaTicket => ({
  ...{ id, subject, tags: [], fields: { priority: "Normal" } },
  messages: texts.map((text, position) => ({
    ...{ role: "customer", author: "Nora Lindqvist", text },
    sentAt: new Date(Date.UTC(2026, 10, 20, 8, 10 * position)).toISOString(),
  })),
});

/** One ticket for each matter. */
export const SHOP_TICKETS: Record<Matter, ReplicaTicket> = {
  parcel: ticket(
    "101",
    "Parcel delivered but missing",
    "Tracking says the courier delivered the parcel, yet it is missing. No neighbour has it and the doorstep is empty.",
  ),
  invoice: ticket(
    "202",
    "Invoice paid twice",
    "My card was charged two times for the same invoice. The bank statement shows the amount twice. Please refund it.",
  ),
  login: ticket(
    "303",
    "Security code does not come",
    "Signing in asks for a security code, and the text message with the code never comes to my mobile.",
  ),
};

/** Which matter a ticket is about; null for a ticket that is not of this shop. */
export function matterOf(ticketId: string): Matter | null {
  const matters: Matter[] = ["parcel", "invoice", "login"];
  return matters.find((matter) => SHOP_TICKETS[matter].id === ticketId) ?? null;
}
