import { describe, expect, test } from "vitest";
import { titleOf } from "../../../lib/drafting/draft-title";
import { proposeDraft } from "../../../lib/drafting/propose-draft";
import { htmlToMarkup } from "../../../lib/simple-markup";
import type { Ticket } from "../../../lib/ticket";
import { createDraftTicket } from "./draft-ticket";

const ANSWER = `Hello Ngozi,

Please do this:

1) Open the settings.
2) Choose Billing.
3) Press Refresh.

Kind regards
Saoirse`;

const TICKET = createDraftTicket({
  subject: "Re: Wrong amount on the invoice",
  messages: [
    ["customer", "Hello,\n\nthe invoice shows the wrong amount since the update.\n\nThanks\nNgozi Okafor"],
    ["note", "Ask the billing desk, the customer is difficult."],
    ["agent", "I look into it."],
    ["agent", ANSWER],
    ["agent", "You are welcome!"],
  ],
});

function bodyOf(ticket: Ticket, kind: Parameters<typeof proposeDraft>[1]): string {
  return htmlToMarkup(proposeDraft(ticket, kind).content.bodyHtml);
}

const STEPS = "Please do this:\n\n1. Open the settings.\n2. Choose Billing.\n3. Press Refresh.";
const PROBLEM = "The invoice shows the wrong amount since the update.";

test("troubleshooting puts the customer's words and the agent's answer under its headings", () => {
  expect(bodyOf(TICKET, "troubleshooting")).toBe(
    `## What the customer sees\n\n${PROBLEM}\n\n## Cause\n\n## Solution\n\n${STEPS}`,
  );
});

test.each([
  ["how-to", `## When\n\n${PROBLEM}\n\n## Steps\n\n${STEPS}`],
  ["policy", `## When\n\n${PROBLEM}\n\n## The rule\n\n${STEPS}\n\n## Exceptions`],
  ["faq", `## Question\n\n${PROBLEM}\n\n## Answer\n\n${STEPS}`],
  ["reference", `## Facts\n\n${STEPS}`],
] as const)("%s has its own headings", (kind, body) => {
  expect(bodyOf(TICKET, kind)).toBe(body);
});

test("the ready answer is the newest one that says something, without greeting and signature", () => {
  const { replyText } = proposeDraft(TICKET, "how-to").content;

  expect(replyText).toBe("Please do this:\n\n1. Open the settings.\n2. Choose Billing.\n3. Press Refresh.");
});

test("internal notes are not used", () => {
  expect(JSON.stringify(proposeDraft(TICKET, "troubleshooting"))).not.toContain("difficult");
});

test("a name that stands in a note only is taken out as well", () => {
  const ticket = createDraftTicket({
    messages: [
      ["customer", "The parcel of Achterberg is lost since Monday."],
      ["note", "I called Mrs Achterberg, she is angry."],
    ],
  });

  expect(bodyOf(ticket, "how-to")).toContain("The parcel of [name] is lost");
});

test.each([
  ["fr", "La facture affiche un mauvais montant depuis la mise à jour.", "## Ce que voit le client"],
  ["de", "Die Rechnung zeigt seit der Aktualisierung den falschen Betrag an.", "## Was der Kunde sieht"],
  ["es", "La factura muestra un importe incorrecto desde la actualización.", "## Lo que ve el cliente"],
])("headings are in the ticket's language: %s", (language, customer, heading) => {
  const { content } = proposeDraft(createDraftTicket({ messages: [["customer", customer]] }), "troubleshooting");

  expect(content.language).toBe(language);
  expect(htmlToMarkup(content.bodyHtml)).toContain(heading);
});

test("what is taken out is told once, with what stands there instead", () => {
  const ticket = createDraftTicket({
    messages: [["customer", "Order 558201 is late. I repeat: order 558201, call 0171 2345678 please."]],
  });

  expect(proposeDraft(ticket, "how-to").removed).toEqual([
    { kind: "number", value: "558201", label: "[order number]" },
    { kind: "phone", value: "0171 2345678", label: "[phone number]" },
  ]);
});

test("HTML in a ticket is only text", () => {
  const ticket = createDraftTicket({
    messages: [["customer", 'The page shows <img src="x" onerror="alert(1)"> only.']],
  });

  expect(proposeDraft(ticket, "how-to").content.bodyHtml).toContain("&lt;img src=&quot;x&quot;");
});

test("a ticket without messages makes an empty beginning, not a failure", () => {
  const { content, removed } = proposeDraft(createDraftTicket(), "reference");

  expect(content).toMatchObject({ title: "", replyText: null, bodyHtml: "<h2>Facts</h2>", language: "en" });
  expect(removed).toEqual([]);
});

test("a long message is cut at a paragraph or a word", () => {
  const ticket = createDraftTicket({ messages: [["customer", `${"many words again ".repeat(200)}end`]] });

  expect(bodyOf(ticket, "how-to")).toMatch(/(?:again|many|words) …\n\n## Steps$/);
});

describe("what is not personal stays", () => {
  test.each([
    "Error ERR-1234 and 0x80070005 appear on Windows 11 after KB5031354.",
    "Version 2.14.3 of the app needs iOS 17.1 or Android 14.",
    "The fee of 1.250,00 € is charged within 14 days, before 31.12.2026.",
    "HTTP 404 is shown at 10:45 on 2026-11-21.",
    "The SM-G998B works, the WPA2-PSK-TKIP network does not.",
    "The error code 10061 comes from port 8443 at 192.168.1.20.",
    "See https://help.acme.example/billing/refunds for the rules.",
    "Press Save, then Apply, and Refresh the Billing page of Acme Cloud.",
    "We offer 12 months at $9.99, a 20 % discount, up to 500 GB.",
    "La box Fibre 8 affiche l’erreur 0x00D8 depuis le 12/11/2026 à 18h30.",
    "Der Vertrag läuft 24 Monate, die Kündigung dauert 14 Tage.",
    "El router muestra el código E-17 y la luz roja.",
  ])("%s", (text) => {
    const ticket = createDraftTicket({ messages: [["customer", text]] });

    expect(proposeDraft(ticket, "how-to").removed).toEqual([]);
    expect(bodyOf(ticket, "how-to")).toContain(text);
  });

  test("a greeted team is nobody, so that its words stay", () => {
    const ticket = createDraftTicket({
      messages: [["customer", "Dear Billing Team,\nthe Billing page is empty for us."]],
    });

    expect(bodyOf(ticket, "how-to")).toContain("The Billing page is empty for us.");
  });
});

describe("titles", () => {
  test.each([
    ["Re: Fwd: AW: Wrong amount on the invoice", "Wrong amount on the invoice"],
    ["[Ticket #4711] Re: Router restarts at night!!!", "Router restarts at night"],
    ["URGENT: login impossible since update", "Login impossible since update"],
    ["ORDER NOT DELIVERED", "Order not delivered"],
    ["Order [order number] not delivered", "Order not delivered"],
    ["Refund for [name]", "Refund"],
    ["Refund for [name], order [order number]", "Refund"],
    ["Commande n° [numéro de commande] bloquée", "Commande bloquée"],
    ["How do I change my address?", "How to change my address"],
    ["Can I pay in two parts??", "Can I pay in two parts?"],
    ["Comment changer d’adresse ?", "Comment changer d’adresse ?"],
    ["Problem", ""],
    ["Question", ""],
    ["", ""],
    ["[name]", ""],
    ["a ".repeat(60), ""],
  ])("%s becomes “%s”", (subject, title) => {
    expect(titleOf(subject)).toBe(title);
  });
});
