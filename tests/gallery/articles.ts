import type { ArticleDetail, MatchedTerm, Suggestion } from "../../lib/worker/protocol";
import { createCard, createDetail, createSuggestion, daysAgo } from "../components/support";

/** Marks every occurrence of the words in a passage, as the library does. */
function passage(heading: string, text: string, words: string[]) {
  const marks = words.flatMap((word) =>
    [...text.matchAll(new RegExp(word, "gi"))].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
  return { heading, text, marks };
}

type Explained = [label: string, percent: number, ...fields: MatchedTerm["fields"]];

function terms(...each: Explained[]): MatchedTerm[] {
  return each.map(([label, percent, ...fields]) => ({
    term: label.toLowerCase(),
    label,
    share: percent / 100,
    fields,
  }));
}

/** Suggestions as a full-looking answer: every mark and trust sign occurs once. */
export const SUGGESTIONS: Suggestion[] = [
  createSuggestion(
    { id: "refund", title: "Refund a double charge" },
    {
      passage: passage(
        "Check the bank first",
        "When the customer was charged twice, look for a pending authorisation: it is not a second charge and disappears within five days.",
        ["charged twice", "charge", "authorisation"],
      ),
      matchedTerms: terms(
        ["charged", 41, "title", "body"],
        ["twice", 27, "headings", "body"],
        ["October", 4, "body"],
        ["invoice", 12, "headings", "body"],
        ["payment", 8, "synonym"],
      ),
    },
  ),
  createSuggestion(
    {
      id: "goodwill",
      title: "Goodwill credits: who may grant them, how much, and how they are booked",
      kind: "policy",
      audience: "internal",
      url: null,
      owner: { kind: "person", name: "Nora Lindqvist" },
      verifiedAt: daysAgo(214),
    },
    {
      passage: passage(
        "",
        "Team leads may grant up to 40 € per invoice. Anything above needs a word from Billing before the customer is told.",
        ["invoice", "customer"],
      ),
      matchedTerms: terms(["invoice", 22, "body"], ["credit", 51, "title", "tags", "body"]),
    },
  ),
  createSuggestion(
    {
      id: "prelevement",
      title: "Prélèvement présenté deux fois par la banque",
      language: "fr",
      openFlags: 2,
      kind: "troubleshooting",
      translation: { sourceId: "direct-debit", sourceLanguage: "en", versionsBehind: 2 },
      verifiedAt: daysAgo(31),
    },
    {
      passage: passage(
        "Cas d’un rejet",
        "Si le premier prélèvement a été rejeté, la banque le présente une seconde fois : le client ne paie qu’une facture.",
        ["prélèvement", "facture"],
      ),
      matchedTerms: terms(["facture", 38, "body"], ["banque", 33, "title", "body"]),
    },
  ),
  createSuggestion(
    { id: "statement", title: "Read a bank statement with the customer", kind: "faq", verifiedAt: null, owner: null },
    {
      passage: passage("", "Ask for the line of the statement, never for a photo of the whole page.", ["statement"]),
      matchedTerms: terms(["statement", 96, "title", "body"]),
    },
  ),
  createSuggestion(
    { id: "codes", title: "Payment error codes", kind: "reference", verifiedAt: daysAgo(0) },
    {
      passage: passage("ERR-1234", "ERR-1234 means that the card issuer asked for a second charge attempt.", [
        "charge",
      ]),
      matchedTerms: terms(["charge", 9, "body"], ["ERR-1234", 74, "headings", "body"]),
    },
  ),
];

/** A body with everything an article may hold, and some of what it may not. */
export const BODY_HTML = `
<p>A customer who writes “I was charged twice” has, in four cases out of five, <strong>one charge and one pending
authorisation</strong>. Look before you refund: a refund of an authorisation cannot be taken back.</p>
<h2>Check the bank first</h2>
<ol><li>Open the invoice and compare the two amounts.</li><li>Ask for the line of the statement.
<ul><li>“Pending” or “reserved”: no second charge.</li><li>A booking date: a real charge.</li></ul></li>
<li>Look up <code>ERR-1234</code> in <a href="https://help.acme.example/codes">the error codes</a>.</li></ol>
<img src="https://tracker.example/pixel.gif" alt="Bank statement with both lines" onerror="alert(1)">
<h2>How long it takes</h2>
<table><thead><tr><th>Means of payment</th><th>Pending disappears after</th><th>Refund arrives after</th><th>Who to ask</th></tr></thead>
<tbody><tr><td>Card</td><td>5 days</td><td>3 to 10 days</td><td>Card desk</td></tr>
<tr><td>Direct debit</td><td>none</td><td>2 days</td><td>Billing</td></tr></tbody></table>
<blockquote>Never promise a date the bank decides.</blockquote>
<script>document.title = "owned"</script>`;

export const DETAIL: ArticleDetail = createDetail({
  card: createCard(),
  bodyHtml: BODY_HTML,
  replyText:
    "Hello,\n\nThank you for writing. I can see one charge for October and one amount that your bank has only reserved. It disappears by itself within five days.\n\nKind regards",
  escalation: "Billing desk, weekdays 9 to 17, extension 204.",
  tags: ["refund", "double charge"],
  otherLanguages: [{ id: "remboursement", language: "fr", title: "Rembourser un double paiement" }],
});

/** A body that takes a while to read: sections of two depths, steps, code, a wide table, and the passage far down. */
const LONG_BODY_HTML = `
<p>Most customers who write about two charges see one charge and one amount that the bank has only set aside.</p>
<h2>Before you answer</h2>
<p>${"Look at the account, then at the invoice, and only then at what the customer wrote. ".repeat(5)}</p>
<ol><li>Open the account of the customer.</li><li>Choose <strong>Billing</strong>, then <strong>Invoices</strong>.
<ul><li>Old ones are under <em>Archive</em>.</li></ul></li><li>Compare the two amounts to the cent.</li></ol>
<h2>What the bank does</h2>
<p>${"Banks set an amount aside when a card is presented, and book it when the shop asks for it. ".repeat(5)}</p>
<h3>Cards</h3>
<p>${"A reserve on a card falls away by itself. Nobody at our desk can make it go sooner. ".repeat(4)}</p>
<h3>Direct debit</h3>
<p>${"There is no reserve with direct debit: what is on the statement was taken. ".repeat(4)}</p>
<h2>When the customer was charged twice</h2>
<p>If both lines carry a booking date, the customer was charged twice for one invoice. Refund the later payment, and
say that the bank needs three to ten days.</p>
<pre>refund --invoice 2026-10-4711 --payment later
refund --status</pre>
<table><thead><tr><th>Means of payment</th><th>Pending disappears after</th><th>Refund arrives after</th><th>Who to ask</th></tr></thead>
<tbody><tr><td>Card</td><td>5 days</td><td>3 to 10 days</td><td>Card desk</td></tr>
<tr><td>Direct debit</td><td>none</td><td>2 days</td><td>Billing</td></tr></tbody></table>`;

export const LONG_DETAIL: ArticleDetail = { ...DETAIL, bodyHtml: LONG_BODY_HTML };
