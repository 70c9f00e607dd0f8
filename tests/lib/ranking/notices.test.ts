import { describe, expect, it } from "vitest";
import type { Notice } from "../../../lib/contract/notice";
import { byNewest, byUrgency, createNoticeMatcher, isInForce, nextNoticeChange } from "../../../lib/ranking/notices";
import type { Ticket } from "../../../lib/ticket";
import { message, ticket } from "../builders";
import { notice } from "../vocabulary";

function concerning(about: Ticket, ...notices: Notice[]): [string, string[]][] {
  return createNoticeMatcher(notices)
    .concerning(about)
    .map((match) => [match.notice.id, match.matchedCues]);
}

const ENGLISH = "Hello, I would like to know when my parcels will be there, because I am leaving soon. Thank you.";

describe("a notice concerns a ticket", () => {
  it("whose customer writes one of its cues, in whatever form", () => {
    const about = ticket({ subject: "Where is it", text: `${ENGLISH} I chose EXPRESS deliveries.` });

    expect(concerning(about, notice({ cues: ["express delivery", "pick-up point"] }))).toEqual([
      ["n1", ["express delivery"]],
    ]);
  });

  it("whose subject holds a cue", () => {
    const about = ticket({ subject: "Refund of a voucher", text: ENGLISH });

    expect(concerning(about, notice({ cues: ["voucher"] }))).toEqual([["n1", ["voucher"]]]);
  });

  it.each([
    [
      "fr",
      "Bonjour, je voudrais savoir pourquoi mes colis n’arrivent pas, je les attends depuis une semaine.",
      "colis",
    ],
    ["fr", "Bonjour, j’ai demandé le remboursement de l’abonnement et je n’ai rien reçu depuis.", "abonnements"],
    [
      "de",
      "Guten Tag, ich habe die Rechnungen für den letzten Monat noch nicht bekommen, bitte helfen Sie mir.",
      "Rechnung",
    ],
    ["es", "Hola, todavía no he recibido las facturas del mes pasado, ¿me pueden ayudar por favor?", "factura"],
  ])("written in %s", (language, text, cue) => {
    const about = ticket({ subject: "", text });

    expect(concerning(about, notice({ language, cues: [cue] }))).toEqual([["n1", [cue]]]);
    expect(concerning(about, notice({ language: null, cues: [cue] }))).toEqual([["n1", [cue]]]);
  });

  it("that carries one of its tags, however their words are joined", () => {
    const about = ticket({ text: ENGLISH, tags: ["vip_customer", "other"] });

    expect(concerning(about, notice({ tags: ["VIP customer"] }))).toEqual([["n1", ["VIP customer"]]]);
  });

  it("when it has neither cues nor tags", () => {
    expect(concerning(ticket({ text: ENGLISH }), notice())).toEqual([["n1", []]]);
  });

  it.each([
    ["never turned up", "The engineer NEVER turned up, and nobody rang."],
    ["no service", "There is no service in our street."],
    ["your engineer", "I waited for an engineer all day long."],
    ["not working", "It’s not working since the weekend."],
  ])("that holds %j as it stands, for a cue with one telling word or none", (cue, text) => {
    const about = ticket({ subject: "", text: `${ENGLISH} ${text}` });

    expect(concerning(about, notice({ cues: [cue] }))).toEqual([["n1", [cue]]]);
  });

  it("that is too short to tell its language, in the notice's own", () => {
    const about = ticket({ subject: "", text: "Abos" });

    expect(concerning(about, notice({ language: "de", cues: ["Abo"] }))).toEqual([["n1", ["Abo"]]]);
  });
});

describe("a notice does not concern a ticket", () => {
  const cued = notice({ cues: ["express delivery"], tags: ["express"] });

  it("that has none of its cues and tags", () => {
    expect(concerning(ticket({ text: ENGLISH, tags: ["slow"] }), cued)).toEqual([]);
  });

  it.each([
    ["never turned up", "I think the gas is turned off in the new one."],
    ["nobody came", "When we came home, all was well."],
    ["not working", "I am working on it."],
  ])("that shares only the telling word of %j with it", (cue, text) => {
    expect(concerning(ticket({ subject: "", text: `${ENGLISH} ${text}` }), notice({ cues: [cue] }))).toEqual([]);
  });

  it.each(["agent", "note", "bot"] as const)("for what the %s wrote", (role) => {
    const messages = [message(ENGLISH), message("Did you choose express delivery?", role)];

    expect(concerning(ticket({ messages }), cued)).toEqual([]);
  });

  it("for mail that the customer quotes", () => {
    const text = `${ENGLISH}\n\nOn Mon, 2 Nov 2026 at 09:12, Acme <help@acme.example> wrote:\n> Did you choose express delivery?`;

    expect(concerning(ticket({ text }), cued)).toEqual([]);
  });

  it("in another language, whether it has cues, tags or neither", () => {
    const about = ticket({ text: `${ENGLISH} express delivery`, tags: ["express"] });

    expect(concerning(about, { ...cued, language: "fr" }, notice({ id: "n2", language: "de" }))).toEqual([]);
    expect(concerning(about, { ...cued, language: "en-GB" })).toHaveLength(1);
  });
});

it("a cue inside a longer one is not named besides", () => {
  const about = ticket({ text: `${ENGLISH} express delivery` });

  expect(concerning(about, notice({ cues: ["delivery", "express delivery"] }))).toEqual([["n1", ["express delivery"]]]);
});

describe("by the clock", () => {
  const dated = notice({ publishedAt: "2026-03-01T08:00:00Z", expiresAt: "2026-03-02T08:00:00Z" });
  const [from, until] = [Date.parse("2026-03-01T08:00:00Z"), Date.parse("2026-03-02T08:00:00Z")];

  it("a notice is in force from its publication until the moment it expires", () => {
    expect([from - 1, from, until - 1, until].map((nowMs) => isInForce(dated, nowMs))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isInForce({ ...dated, expiresAt: null }, until * 2)).toBe(true);
  });

  it("the next change is the soonest that is still to come", () => {
    const later = notice({ publishedAt: "2026-03-01T09:00:00Z" });

    expect(nextNoticeChange([dated, later], from - 1)).toBe(from);
    expect(nextNoticeChange([dated, later], from)).toBe(Date.parse("2026-03-01T09:00:00Z"));
    expect(nextNoticeChange([dated, later], until)).toBeNull();
  });
});

it("the most severe comes first, and of those alike the newest", () => {
  const notices = [
    notice({ id: "info", severity: "info", publishedAt: "2026-03-09T00:00:00Z" }),
    notice({ id: "older", severity: "important", publishedAt: "2026-03-01T00:00:00Z" }),
    notice({ id: "newer", severity: "important", publishedAt: "2026-03-02T00:00:00Z" }),
    notice({ id: "critical", severity: "critical", publishedAt: "2026-02-01T00:00:00Z" }),
  ];

  expect(notices.toSorted(byUrgency).map(({ id }) => id)).toEqual(["critical", "newer", "older", "info"]);
  expect(notices.toSorted(byNewest).map(({ id }) => id)).toEqual(["info", "newer", "older", "critical"]);
});
