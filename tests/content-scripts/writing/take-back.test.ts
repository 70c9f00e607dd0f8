import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openWritingDesk } from "./writing-desk";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const DRAFT = "<p>Hello Nora, see below.</p>";
const REPLIES = {
  zendesk: '[data-ticket-id="101"] [data-test-id="omnicomposer-rich-text-ckeditor"]',
  freshdesk: '[data-kind="reply"] .fr-element',
} as const;

describe.each(["zendesk", "freshdesk"] as const)("what was inserted last in %s", (helpdesk) => {
  const reply = REPLIES[helpdesk];

  async function openInserted() {
    const desk = await openWritingDesk({ helpdesk, drafts: { "101": DRAFT } });
    if (helpdesk === "freshdesk") desk.find("[data-test-email-action=reply]").click();
    const before = desk.find(reply).innerHTML;
    const answer = await desk.insert();
    return { ...desk, before, answer, content: () => desk.find(reply).innerHTML };
  }

  it("is taken out again while nothing else has changed", async () => {
    const desk = await openInserted();

    const answer = await desk.takeBack();

    expect(desk.answer).toMatchObject({ outcome: "inserted" });
    expect(answer).toEqual({ outcome: "takenBack" });
    expect(desk.content()).toBe(desk.before);
  });

  it("stays when the agent has written on, and so do the agent's words", async () => {
    const desk = await openInserted();
    await desk.insert({ content: { kind: "text", text: "My own words." } });
    desk.memory.last = desk.memory.last && { ...desk.memory.last, lettersAfter: "HelloNora" };
    const written = desk.content();

    const answer = await desk.takeBack();

    expect(answer).toEqual({ outcome: "notTakenBack", reason: "changed" });
    expect(desk.content()).toBe(written);
  });

  it("is not looked for in another ticket", async () => {
    const desk = await openInserted();

    const answer = await desk.takeBack({ ticketId: "102" });

    expect(answer).toEqual({ outcome: "notTakenBack", reason: "otherTicket" });
  });

  it("is taken back once", async () => {
    const desk = await openInserted();
    await desk.takeBack();

    expect(await desk.takeBack()).toEqual({ outcome: "notTakenBack", reason: "changed" });
  });
});

it("nothing is undone where nothing was inserted", async () => {
  const desk = await openWritingDesk({ helpdesk: "zendesk" });
  const before = desk.document.body.innerHTML;

  expect(await desk.takeBack()).toEqual({ outcome: "notTakenBack", reason: "changed" });
  expect(desk.document.body.innerHTML).toBe(before);
});
