/** Every kind of message that Zendesk's log is reported to hold. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DRAWN_AT_ONCE, type ReplicaMessage } from "../replicas/desk";
import { everReported, lastRoles, lastTexts, openMessages } from "./replica-desk";

/** What is reported of one ticket with these messages, notes included, long after it was drawn. */
async function read(...messages: Partial<ReplicaMessage>[]) {
  const desk = openMessages("zendesk", messages, { includeNotes: true });
  await desk.pass(20_000);
  return desk;
}

const later = { sentAt: "2026-09-14T09:00:00Z" };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a customer's mail", () => {
  it("is read without the quotes of its mail program", async () => {
    const html = `<p>It stopped again.</p><div class="gmail_quote"><div>On Monday Ines wrote:</div>
      <blockquote>Is the lamp on?</blockquote></div><blockquote>Older words</blockquote>`;

    const desk = await read({ html });

    expect(lastTexts(desk)).toEqual(["It stopped again."]);
  });

  it.each([
    "##- Please type your reply above this line -##",
    "##- Veuillez répondre au-dessus de cette ligne -##",
    "##- Bitte geben Sie Ihre Antwort oberhalb dieser Zeile ein -##",
  ])("is read down to the line %s", async (delimiter) => {
    const desk = await read({ html: `<p>It stopped again.</p><p>${delimiter}</p><p>Is the lamp on?</p>` });

    expect(lastTexts(desk)).toEqual(["It stopped again."]);
  });

  it("of 10,000 characters is read whole", async () => {
    const text = "The lamp blinks twice. ".repeat(435).trim();

    const desk = await read({ text });

    expect(text.length).toBeGreaterThan(10_000);
    expect(lastTexts(desk)).toEqual([text]);
  });

  it("written from right to left is read with its letters in their order", async () => {
    const text = "שלום, הקופסה \u200fERR-4410 לא נדלקת.";

    const desk = await read({ html: `<div dir="rtl"><p>${text}</p></div>` });

    expect(lastTexts(desk)).toEqual([text]);
  });

  it("that was redacted is read without the bars", async () => {
    const desk = await read({ text: "My card is ▇▇▇▇ ▇▇▇▇ and it was charged twice." });

    expect(lastTexts(desk)[0]).toMatch(/^My card is\s+and it was charged twice\.$/);
  });

  it("with an attachment is read without the link, whose token opens the file for everybody", async () => {
    const link = "https://acme.zendesk.com/attachments/token/S3cr3tT0k3n/?name=photo.png";
    const html = `<p>See the picture.</p><p><a href="${link}">photo.png</a></p><p>Or here: ${link}</p>`;

    const desk = await read({ html });

    expect(lastTexts(desk)[0]).toContain("See the picture.");
    expect(everReported(desk)).not.toContain("S3cr3tT0k3n");
  });

  it("without a word is left out", async () => {
    const desk = await read({ text: "Hello" }, { html: "<p> <br></p>", ...later });

    expect(lastTexts(desk)).toEqual(["Hello"]);
  });

  it("is read once where the page also holds a hidden copy", async () => {
    const desk = await read({ text: "Hello", isDuplicated: true });

    expect(desk.document.querySelectorAll('[data-test-id="omni-log-message-content"]')).toHaveLength(2);
    expect(lastTexts(desk)).toEqual(["Hello"]);
  });

  it("is read without what other extensions put into it", async () => {
    const desk = await read({ text: "Hello" });

    const chip = desk.document.createElement("deepl-zendesk-button");
    chip.textContent = "Translate with another extension";
    desk.document.querySelector(".zd-comment")?.append(chip);
    await desk.pass(500);

    expect(lastTexts(desk)).toEqual(["Hello"]);
  });
});

describe("a reply of an agent", () => {
  it("is read without the signature", async () => {
    const html = '<p>Which lamp is on?</p><div class="signature"><p>Ines Moreau<br>Acme Support</p></div>';

    const desk = await read({ text: "Hello" }, { role: "agent", author: "Ines Moreau", html, ...later });

    expect(lastRoles(desk).at(-1)).toEqual(["agent", "Which lamp is on?"]);
  });
});

describe("an internal note", () => {
  it("that is marked half a second late never leaves the page", async () => {
    const desk = openMessages("zendesk", [{ text: "Hello" }], { delaysMs: { ...DRAWN_AT_ONCE, noteType: 500 } });
    await desk.pass(20_000);

    desk.replica.addMessage("101", { role: "note", author: "Tom Okafor", text: "Keep this secret", ...later });
    await desk.pass(5_000);

    expect(desk.document.querySelector('[type="internal"]')).not.toBeNull();
    expect(everReported(desk)).not.toContain("Keep this secret");
    expect(lastTexts(desk)).toEqual(["Hello"]);
  });

  it("is told from messages once it is marked", async () => {
    const desk = await read({ text: "Hello" }, { role: "note", author: "Tom Okafor", text: "Secret", ...later });

    expect(lastRoles(desk)).toEqual([
      ["customer", "Hello"],
      ["note", "Secret"],
    ]);
  });
});

describe("a message of another kind", () => {
  it("is a bot's when the page says so", async () => {
    const desk = await read({ text: "Hello" }, { role: "bot", author: "Assistant", text: "We have it.", ...later });

    expect(lastRoles(desk).at(-1)).toEqual(["bot", "We have it."]);
  });

  it("from a side conversation stays in the page like a note", async () => {
    const aside = { role: "agent", author: "Rosa Keller", drawnAs: "sideConversation" } as const;
    const desk = openMessages("zendesk", [{ text: "Hello" }, { ...aside, text: "Said on the side", ...later }]);

    await desk.pass(20_000);

    expect(lastTexts(desk)).toEqual(["Hello"]);
    expect(everReported(desk)).not.toContain("Said on the side");
  });

  it("from messaging is read with its line breaks and without the page's own controls", async () => {
    const desk = await read({ text: "Hi\nmy box is dead\n\nERR-4410", drawnAs: "messaging" });

    expect(desk.document.querySelector(".zd-comment")).toBeNull();
    expect(lastTexts(desk)).toEqual(["Hi\nmy box is dead\n\nERR-4410"]);
  });
});

describe("a message that is translated in its place", () => {
  it("is read again, without the page's word about it", async () => {
    const desk = await read({ text: "Le voyant clignote." }, { text: "Bonjour", drawnAs: "messaging", ...later });

    desk.replica.translateMessage("101", 0, "The lamp blinks.");
    desk.replica.translateMessage("101", 1, "Good morning");
    await desk.pass(500);

    expect(desk.document.body.textContent).toContain("Translated from French.");
    expect(lastTexts(desk)).toEqual(["The lamp blinks.", "Good morning"]);
  });
});
