import { describe, expect, it } from "vitest";
import { cleanText } from "../../../content-scripts/engine/clean-text";
import { zendesk } from "../../../content-scripts/zendesk";

const clean = (...lines: string[]) => cleanText(lines.join("\n"), zendesk.reading.cleaning);

describe("cleanText", () => {
  it.each([
    ["On Mon, 14 Sept 2026 at 07:00, Acme <help@acme.example> wrote:"],
    ["Le lun. 14 sept. 2026 à 10:00, Acme <aide@acme.example> a écrit :"],
    ["Le lun. 14 sept. 2026 à 10 h 05, Acme a écrit\u00a0:"],
    ["Am Mo., 14. Sept. 2026 um 10:00 Uhr schrieb Acme <hilfe@acme.example>:"],
    ["El lun, 14 sept 2026 a las 10:00, Acme escribió:"],
    ["Il giorno lun 14 set 2026 alle ore 10:00 Acme ha scritto:"],
    ["Em seg., 14 de set. de 2026 às 10:00, Acme escreveu:"],
    ["Op ma 14 sep 2026 om 10:00 schreef Acme <hulp@acme.example>:"],
    ["-----Original Message-----"],
    ["-----Message d'origine-----"],
    ["-------- Ursprüngliche Nachricht --------"],
    ["##- Please type your reply above this line -##"],
    ["##- Bitte geben Sie Ihre Antwort über dieser Zeile ein. -##"],
    ["--"],
  ])("cuts what follows %s", (line) => {
    const text = clean("My own words.", "", line, "Somebody else's words.");

    expect(text).toBe("My own words.");
  });

  it("cuts at a quoting line that was wrapped", () => {
    const text = clean(
      "My own words.",
      "",
      "On Mon, 14 Sept 2026 at 07:00,",
      "Acme <help@acme.example>",
      "wrote:",
      "Quoted",
    );

    expect(text).toBe("My own words.");
  });

  it("cuts at a block of mail headers", () => {
    const text = clean("My own words.", "", "De : Acme", "Envoyé : lundi 14 septembre 2026 10:00", "Quoted");

    expect(text).toBe("My own words.");
  });

  it("keeps an answer that stands below the delimiter", () => {
    const text = clean("##- Please type your reply above this line -##", "My own words.");

    expect(text).toBe("My own words.");
  });

  it("keeps an answer that stands below a quote", () => {
    const text = clean("On Mon, 14 Sept 2026 at 07:00, Acme wrote:", "> Quoted", "> twice", "", "My own words.");

    expect(text).toBe("My own words.");
  });

  it("keeps a sentence that only sounds like a quoting line", () => {
    const text = clean("On the phone I wrote:", "the box is dead");

    expect(text).toBe("On the phone I wrote:\nthe box is dead");
  });

  it("leaves out quoted lines between answers", () => {
    const text = clean("> Which light?", "The orange one.", "> Since when?", "Monday.");

    expect(text).toBe("The orange one.\nMonday.");
  });

  it("leaves out attachment addresses and redacted text", () => {
    const text = clean("See https://acme.zendesk.com/attachments/token/S3cr3t/?name=a.png", "Card ▇▇▇▇ 42");

    expect(text).toBe("See\nCard 42");
  });

  it("leaves at most one blank line", () => {
    const text = clean("", "One", "", " ", "\u00a0", "Two", "");

    expect(text).toBe("One\n\nTwo");
  });
});
