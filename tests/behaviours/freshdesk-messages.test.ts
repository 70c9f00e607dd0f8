/** Every kind of message that Freshdesk's tickets are reported to hold. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ReplicaMessage } from "../replicas/desk";
import { everReported, lastRoles, lastTexts, openMessages } from "./replica-desk";

/** What is reported of one ticket with these messages, notes included, long after it was drawn. */
async function read(...messages: Partial<ReplicaMessage>[]) {
  const desk = openMessages("freshdesk", messages, { includeNotes: true });
  await desk.pass(20_000);
  return desk;
}

const agent = { role: "agent", author: "Ines Moreau" } as const;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a customer's mail", () => {
  it.each([
    ["freshdesk_quote", '<div class="freshdesk_quote"><p>Is the lamp on?</p></div>'],
    ["gmail_quote", '<div class="gmail_quote">On Monday Ines wrote: Is the lamp on?</div>'],
  ])("is read without its %s", async (_name, quote) => {
    const desk = await read({ text: "Hello" }, { html: `<p>It stopped again.</p>${quote}` });

    expect(lastTexts(desk)).toEqual(["Hello", "It stopped again."]);
  });

  it("is read without the quote behind the toggle, before and after that is pressed", async () => {
    const quoteHtml = '<div class="freshdesk_quote">Is the lamp on?</div><div>Sent from my phone to Ines</div>';
    const desk = await read({ text: "Hello" }, { text: "It stopped again.", quoteHtml });
    const before = lastTexts(desk);

    desk.click('[data-test-id="enable-disable-quoted-btn"]');
    await desk.pass(500);

    expect(desk.document.querySelector(".freshdesk_quote")).not.toBeNull();
    expect(before).toEqual(["Hello", "It stopped again."]);
    expect(lastTexts(desk)).toEqual(before);
  });

  it("with a table is read row by row", async () => {
    const html = "<table><tr><th>Part</th><th>Count</th></tr><tr><td>Lamp</td><td>2</td></tr></table>";

    const desk = await read({ html });

    expect(lastTexts(desk)).toEqual(["Part | Count\nLamp | 2"]);
  });

  it("with an image in it is read without the image's address, whose token opens it for everybody", async () => {
    const address = "https://attachment.freshdesk.com/inline/attachment?token=S3cr3tT0k3n";
    const html = `<p>See: <img src="${address}" alt="lamp"> <a href="${address}">${address}</a> here.</p>`;

    const desk = await read({ html });

    expect(lastTexts(desk)[0]).toMatch(/^See:.*here\.$/);
    expect(everReported(desk)).not.toContain("S3cr3tT0k3n");
  });

  it("of 10,000 characters is read whole", async () => {
    const text = "The lamp blinks twice. ".repeat(435).trim();

    const desk = await read({ text });

    expect(text.length).toBeGreaterThan(10_000);
    expect(lastTexts(desk)).toEqual([text]);
  });

  it("written from right to left is read with its letters in their order", async () => {
    const text = "الصندوق \u200fERR-4410 لا يعمل.";

    const desk = await read({ html: `<div dir="rtl"><p>${text}</p></div>` });

    expect(lastTexts(desk)).toEqual([text]);
  });

  it("without a word is left out", async () => {
    const desk = await read({ text: "Hello" }, { html: "<div><br></div>" });

    expect(lastTexts(desk)).toEqual(["Hello"]);
  });

  it("is read without what other extensions put into it", async () => {
    const desk = await read({ html: "<p>Hello<helper-chip>Score 7</helper-chip></p>" });

    expect(lastTexts(desk)).toEqual(["Hello"]);
  });
});

describe("who wrote a message", () => {
  it("is the agent for a reply, whose signature is no text", async () => {
    const html = '<p>Which lamp is on?</p><div class="gmail_signature">Ines Moreau, Acme Support</div>';

    const desk = await read({ text: "Hello" }, { ...agent, html });

    expect(lastRoles(desk).at(-1)).toEqual(["agent", "Which lamp is on?"]);
  });

  it("stays in the page for a private note", async () => {
    const note = { role: "note", author: "Tom Okafor", text: "Keep this secret" } as const;
    const desk = openMessages("freshdesk", [{ text: "Hello" }, note]);

    await desk.pass(20_000);

    expect(lastTexts(desk)).toEqual(["Hello"]);
    expect(everReported(desk)).not.toContain("Keep this secret");
  });

  it("is the agent for a message that was mailed out and only has a note's colour", async () => {
    const desk = await read({ text: "Hello" }, { ...agent, drawnAs: "mailedNote", text: "Sent to the depot" });

    expect(desk.document.querySelectorAll(".ticket-details__privatenote")).toHaveLength(1);
    expect(lastRoles(desk).at(-1)).toEqual(["agent", "Sent to the depot"]);
  });

  it("is a customer for somebody outside who is no agent", async () => {
    const outsider = { role: "customer", author: "Rosa Keller", drawnAs: "outsider" } as const;

    const desk = await read({ text: "Hello" }, { ...outsider, text: "I am the neighbour" });

    expect(desk.document.querySelectorAll(".ticket-details__privatenote")).toHaveLength(1);
    expect(lastRoles(desk).at(-1)).toEqual(["customer", "I am the neighbour"]);
  });

  it("is the agent for a mail that was forwarded", async () => {
    const desk = await read({ text: "Hello" }, { ...agent, drawnAs: "forward", text: "Please have a look" });

    expect(desk.document.querySelector("[data-test-is-agent]")).toBeNull();
    expect(lastRoles(desk).at(-1)).toEqual(["agent", "Please have a look"]);
  });

  it("is the customer for a text from a chat-like channel", async () => {
    const desk = await read({ text: "Hello" }, { drawnAs: "chat", text: "are you there" });

    expect(desk.document.querySelector('[data-test-conversation="conversation-text"]')).toBeNull();
    expect(lastRoles(desk).at(-1)).toEqual(["customer", "are you there"]);
  });

  it("stays in the page where nothing tells it", async () => {
    const desk = openMessages("freshdesk", [{ text: "Hello" }, { role: "bot", text: "Nobody says who" }]);

    await desk.pass(20_000);

    expect(everReported(desk)).not.toContain("Nobody says who");
  });
});
