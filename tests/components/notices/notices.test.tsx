// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createNotice, createTicketNotices } from "../notices";
import { click, find, press, settle } from "../render";
import { createActivePage, DAY_MS, daysAgo, NOW_MS, ticketPage } from "../support";
import { APP, draw, EXPRESS, FEES, HOURS, shownIn } from "./draw-notices";

const card = (root: HTMLElement, id: string) => find(root, `[data-notice=${id}]`);
const isOpen = (root: HTMLElement, id: string) =>
  find(card(root, id), "[data-action=toggle-notice]").getAttribute("aria-expanded") === "true";

beforeEach(() => {
  // There is no layout here, and so nothing that scrolls.
  Element.prototype.scrollTo = () => undefined;
});

afterEach(() => {
  vi.useRealTimers();
});

it("a notice says how severe it is, since when it holds, why it is shown, what changed and when it applies", async () => {
  const notice = createNotice({
    effectiveFrom: daysAgo(18),
    condition: "Not for islands.",
    matchedCues: ["express delivery", "courier"],
  });

  const { root } = await draw([notice]);

  const text = card(root, "express").textContent ?? "";
  for (const words of [
    "Important",
    "Since 3 November",
    "Shown because of “express delivery” and “courier”",
    "Express delivery takes two days",
    "The courier no longer delivers on the next day.",
    "Condition: Not for islands.",
  ])
    expect(text.replace("November 3", "3 November")).toContain(words);
});

it.each([
  ["tomorrow", 1, "From tomorrow on"],
  ["in three days", 3, "From Tuesday on"],
  ["yesterday", -1, "Since yesterday"],
])("the day it holds from is said as an agent would: %s", async (_when, days, words) => {
  const { root } = await draw([createNotice({ effectiveFrom: new Date(NOW_MS + days * DAY_MS).toISOString() })]);

  expect(card(root, "express").textContent).toContain(words);
});

it("a new version says that it changed", async () => {
  const { root } = await draw([createNotice({ isChanged: true })]);

  expect(card(root, "express").textContent).toContain("Changed since you read it");
});

it("nothing is drawn where there is no notice", async () => {
  const { root } = await draw([]);

  expect(root.querySelector(".team-notices")).toBeNull();
});

describe("so that the suggestions stay in sight", () => {
  it("the first notice is open, the second a line, and the rest wait", async () => {
    const { root } = await draw([EXPRESS, HOURS, APP, FEES]);

    expect(shownIn(root)).toEqual(["express", "hours"]);
    expect([isOpen(root, "express"), isOpen(root, "hours")]).toEqual([true, false]);
    await click(root, "button", "2 more notices");
    expect(shownIn(root)).toEqual(["express", "hours", "app", "fees"]);
  });

  it("a third that is opened closes the first", async () => {
    const { root } = await draw([EXPRESS, HOURS, APP]);
    await click(root, "button", "1 more notice");

    await click(card(root, "hours"), "[data-action=toggle-notice]");
    await click(card(root, "app"), "[data-action=toggle-notice]");

    expect(["express", "hours", "app"].map((id) => isOpen(root, id))).toEqual([false, true, true]);
  });
});

describe("Understood", () => {
  it("is recorded, leaves a quiet line, and nothing to take back", async () => {
    const { root, told } = await draw([EXPRESS]);

    await click(root, "[data-action=understood]");

    expect(told).toEqual(["understood express/1"]);
    expect(shownIn(root)).toEqual([]);
    const line = find(root, ".team-notice-handled");
    expect(line.textContent).toContain("Understood: Express delivery takes two days");
    expect(line.querySelector("button")).toBeNull();
  });

  it("is not offered where nobody asks for it", async () => {
    const { root } = await draw([HOURS]);

    expect(root.querySelector("[data-action=understood]")).toBeNull();
  });

  it("opens the next notice and gives it the focus", async () => {
    const { root } = await draw([EXPRESS, HOURS]);
    find(root, "[data-action=understood]").focus();

    await click(root, "[data-action=understood]");

    expect(isOpen(root, "hours")).toBe(true);
    expect(document.activeElement).toBe(find(card(root, "hours"), "[data-action=toggle-notice]"));
  });

  it("gives the focus to the first suggestion after the last notice", async () => {
    const { root } = await draw([EXPRESS]);
    find(root, "[data-action=understood]").focus();

    await click(root, "[data-action=understood]");

    expect(document.activeElement).toBe(find(root, ".card [data-action=open]"));
  });

  it("says so when it could not be saved, and can be pressed again", async () => {
    const { root } = await draw([EXPRESS], { acknowledgeNotice: () => Promise.reject(new Error("full")) });

    await click(root, "[data-action=understood]");

    expect(card(root, "express").textContent).toContain("This could not be saved. Try again.");
    expect(root.querySelector("[role=status]")?.textContent).toContain("could not be saved");
    expect(root.querySelector("[data-action=understood]")).not.toBeNull();
  });
});

describe.each([
  ["set aside for the ticket", "not-here", ["aside express", "back express"]],
  ["muted", "mute-notice", ["muted express", "unmuted express"]],
])("a notice that is %s", (_what, action, both) => {
  it("can be had back, with the focus on it", async () => {
    const { root, told } = await draw([EXPRESS]);
    await click(root, `[data-action=${action}]`);
    expect(shownIn(root)).toEqual([]);
    find(root, "[data-action=undo-notice]").focus();

    await click(root, "[data-action=undo-notice]");

    expect(told).toEqual(both);
    expect(document.activeElement).toBe(find(card(root, "express"), "[data-action=toggle-notice]"));
  });
});

describe("keys", () => {
  beforeEach(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });

  it("u and x act on the first notice they fit", async () => {
    const { root, told } = await draw([HOURS, EXPRESS]);
    await click(card(root, "express"), "[data-action=toggle-notice]");

    await press("u");
    await press("x");

    expect(told).toEqual(["understood express/1", "aside hours"]);
  });

  it("act on the notice with the focus", async () => {
    const { root, told } = await draw([EXPRESS, HOURS]);
    await click(card(root, "hours"), "[data-action=toggle-notice]");
    find(card(root, "hours"), "[data-action=toggle-notice]").focus();

    await press("u");
    await press("x");

    expect(told).toEqual(["aside hours"]);
  });

  it("do nothing to a notice that nobody has opened", async () => {
    const { root, told } = await draw([EXPRESS]);
    await click(card(root, "express"), "[data-action=toggle-notice]");

    await press("u");

    expect(told).toEqual([]);
  });
});

it("its article opens in the panel, and the way back leads to the notice", async () => {
  const notice = createNotice({ articleId: "refund", articleTitle: "Terms of delivery" });
  const { root } = await draw([notice]);

  await click(root, ".team-notice-article button", "Terms of delivery");
  expect(root.querySelector("[data-article=refund]")).not.toBeNull();
  await press("Escape");

  expect(document.activeElement).toBe(find(root, ".team-notice-article button"));
});

it("an article that is not in the library is not spoken of", async () => {
  const { root } = await draw([createNotice({ articleId: "gone", articleTitle: null })]);

  expect(root.querySelector(".team-notice-article")).toBeNull();
});

it("a critical notice is announced once, after the suggestions", async () => {
  vi.useFakeTimers();
  const critical = createNotice({ severity: "critical", title: "No refunds" });
  const { root, change } = await draw([critical, HOURS]);
  const said = () => root.querySelector("[role=status][aria-live]")?.textContent;
  const before = said();

  await act(async () => void (await vi.advanceTimersByTimeAsync(1_500)));
  const after = said();
  await change([critical, HOURS, APP]);
  await act(async () => void (await vi.advanceTimersByTimeAsync(1_500)));

  expect(before).not.toContain("No refunds");
  expect([after, said()]).toEqual(["Critical notice: No refunds", "Critical notice: No refunds"]);
});

it("one ticket's notices never stand beside another, and what was dealt with there is not told here", async () => {
  const activePage = createActivePage();
  let answerSecond = (): void => undefined;
  const waited = new Promise<void>((resolve) => (answerSecond = resolve));
  const { root } = await draw(
    [],
    {
      noticesFor: async ({ ticket }) => {
        if (ticket?.id === "4711") return createTicketNotices([EXPRESS, HOURS]);
        await waited;
        return createTicketNotices([APP]);
      },
    },
    { activePage },
  );
  await click(root, "[data-action=understood]");

  await act(() => {
    activePage.value = ticketPage({ id: "4712" });
  });
  await settle();
  const meanwhile = shownIn(root);
  answerSecond();
  await settle();

  expect(meanwhile).toEqual([]);
  expect(shownIn(root)).toEqual(["app"]);
  expect(root.querySelector(".team-notice-handled")).toBeNull();
});

it("why it is shown waits behind More where the article stands in its place", async () => {
  const { root } = await draw([
    createNotice({ articleId: "refund", articleTitle: "Refunds", matchedCues: ["courier"] }),
  ]);
  const before = card(root, "express").textContent;

  await click(root, ".folded-more");

  expect(before).not.toContain("Shown because");
  expect(card(root, "express").textContent).toContain("Shown because of “courier”");
});

it("a suggestion of which a notice speaks says so, for as long as the notice stands there", async () => {
  const { root, change } = await draw([createNotice({ articleId: "refund" })]);
  const before = find(root, "[data-card=refund]").textContent;

  await change([]);

  expect(before).toContain("See the notice above");
  expect(find(root, "[data-card=refund]").textContent).not.toContain("See the notice above");
});
