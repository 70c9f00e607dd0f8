import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { BADGE_COLOURS, type Badge, type BadgeSource, keepBadges } from "../../../lib/browser/badges";
import { forgetTab, keepReport } from "../../../lib/browser/tab-pages";
import type { PageReport } from "../../../lib/ticket";
import { ticket } from "../builders";

const OWN_PAGES = "chrome-extension://souffleur/";
const PAGE = "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed";
const BADGE: Badge = { count: 2, title: "2 notices for ticket #101: Express", isCritical: false };

type Shown = { text?: string; title?: string; colour?: string };
let shown: Map<number, Shown>;
let opened: number;

beforeEach(() => {
  vi.useFakeTimers();
  fakeBrowser.reset();
  shown = new Map();
  opened = 0;
  const note = (tabId: number, what: Shown) => {
    if (tabId === 404) throw new Error("No tab with id: 404");
    shown.set(tabId, { ...shown.get(tabId), ...what });
  };
  Object.assign(fakeBrowser.runtime, {
    getURL: () => OWN_PAGES,
    getManifest: () => ({ action: { default_title: "Open Souffleur" } }),
  });
  Object.assign(fakeBrowser, {
    action: {
      getBadgeText: async ({ tabId }: { tabId: number }) => shown.get(tabId)?.text ?? "",
      setBadgeText: async ({ tabId, text }: { tabId: number; text: string }) => note(tabId, { text }),
      setTitle: async ({ tabId, title }: { tabId: number; title: string }) => note(tabId, { title }),
      setBadgeBackgroundColor: async ({ tabId, color }: { tabId: number; color: string }) =>
        note(tabId, { colour: color }),
      setBadgeTextColor: async () => undefined,
    },
  });
});

afterEach(() => {
  vi.useRealTimers();
});

/** A library whose notices concern the tickets with this text; `change` swaps what it answers. */
function keeping(source: Partial<BadgeSource> | null = {}) {
  let current = source;
  const refresh = keepBadges(async () => {
    opened += 1;
    if (current === null) return null;
    const badgeFor: BadgeSource["badgeFor"] = async ({ subject }) => (subject === "express" ? BADGE : null);
    return { badgeFor, hasNotices: true, nextChangeMs: null, close: () => undefined, ...current };
  });
  return { refresh, change: (to: Partial<BadgeSource> | null) => (current = to) };
}

async function report(tabId: number, page: string | "none"): Promise<void> {
  const about: PageReport =
    page === "none"
      ? { state: "none", helpdesk: "zendesk" }
      : {
          ...{ state: "ticket", helpdesk: "zendesk", readBy: {}, missing: [], gaps: [] },
          ticket: ticket({ subject: page }),
        };
  await keepReport({ type: "ticketChanged", pageId: PAGE, report: about }, tabId);
}

const settle = () => vi.advanceTimersByTimeAsync(1_000);

async function tell(message: unknown, url = `${OWN_PAGES}sidepanel.html`): Promise<void> {
  void fakeBrowser.runtime.onMessage.trigger(message, { id: fakeBrowser.runtime.id, url });
  await settle();
}

it("says on a ticket's tab how many notices concern it, and what the first one is", async () => {
  keeping();

  await report(1, "express");
  await report(2, "something else");
  await settle();

  expect(shown.get(1)).toEqual({ text: "2", title: BADGE.title, colour: BADGE_COLOURS.usual });
  expect(shown.has(2)).toBe(false);
});

it("has a colour of its own for what is critical, and two figures at most", async () => {
  keeping({ badgeFor: async () => ({ count: 140, title: "Many", isCritical: true }) });

  await report(1, "express");
  await settle();

  expect(shown.get(1)).toMatchObject({ text: "99", colour: BADGE_COLOURS.critical });
});

describe("is cleared", () => {
  it("when the ticket is left", async () => {
    keeping();
    await report(1, "express");
    await settle();

    await report(1, "none");
    await settle();

    expect(shown.get(1)).toMatchObject({ text: "", title: "Open Souffleur" });
  });

  it("when the tab forgets its page", async () => {
    keeping();
    await report(1, "express");
    await settle();

    await forgetTab(1);
    await settle();

    expect(shown.get(1)?.text).toBe("");
  });

  it("when an extension page tells that a notice was understood", async () => {
    const { change } = keeping();
    await report(1, "express");
    await settle();

    change({ badgeFor: async () => null });
    await tell({ type: "noticesChanged" });

    expect(shown.get(1)?.text).toBe("");
  });

  it("when there is no connection any more", async () => {
    const { refresh, change } = keeping();
    await report(1, "express");
    await settle();

    change(null);
    await refresh();

    expect(shown.get(1)?.text).toBe("");
  });

  it("when a notice expires, by an alarm and not by a clock of its own", async () => {
    const nextChangeMs = Date.now() + 3_600_000;
    const { change } = keeping({ nextChangeMs });
    await report(1, "express");
    await settle();
    const alarm = await fakeBrowser.alarms.get("notices");

    change({ badgeFor: async () => null });
    await fakeBrowser.alarms.onAlarm.trigger({ name: "notices", scheduledTime: nextChangeMs });
    await settle();

    expect(alarm?.scheduledTime).toBe(nextChangeMs);
    expect(shown.get(1)?.text).toBe("");
    expect(await fakeBrowser.alarms.get("notices")).toBeUndefined();
  });
});

it("a burst of reports is one look into the library", async () => {
  keeping();

  for (const subject of ["e", "exp", "express"]) await report(1, subject);
  await report(2, "express");
  await settle();

  expect(opened).toBe(1);
  expect([shown.get(1)?.text, shown.get(2)?.text]).toEqual(["2", "2"]);
});

it("without a notice in force reports cost no look into the library, until something changes", async () => {
  const { change } = keeping({ hasNotices: false });
  await report(1, "express");
  await settle();
  await report(2, "express");
  await settle();
  const looks = opened;

  change({});
  await tell({ type: "noticesChanged" });
  await report(3, "express");
  await settle();

  expect(looks).toBe(1);
  expect([1, 2, 3].map((tabId) => shown.get(tabId)?.text)).toEqual(["2", "2", "2"]);
});

it("a tab that closed meanwhile does not keep the others waiting", async () => {
  keeping();

  await report(404, "express");
  await report(1, "express");
  await settle();

  expect(shown.get(1)?.text).toBe("2");
});

it("a library that cannot be opened leaves the badges as they are, and the next round goes on", async () => {
  const silenced = vi.spyOn(console, "error").mockImplementation(() => undefined);
  let isBroken = true;
  const refresh = keepBadges(async () => {
    if (isBroken) throw new Error("no database");
    return { badgeFor: async () => BADGE, hasNotices: true, nextChangeMs: null, close: () => undefined };
  });
  await report(1, "express");
  await settle();
  isBroken = false;

  await refresh();

  expect(silenced).toHaveBeenCalledOnce();
  expect(shown.get(1)?.text).toBe("2");
  silenced.mockRestore();
});

it("a helpdesk page cannot ask for it", async () => {
  keeping();

  await tell({ type: "noticesChanged" }, "https://acme.zendesk.com/agent/tickets/1");

  expect(opened).toBe(0);
});

describe("its colours", () => {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string) => {
    const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (lighter + 0.05) / (darker + 0.05);
  };

  it.each([BADGE_COLOURS.usual, BADGE_COLOURS.critical])(
    "%s is read with ease, on light and dark toolbars",
    (colour) => {
      expect(contrast(colour, BADGE_COLOURS.text)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colour, "#dee1e6")).toBeGreaterThanOrEqual(3);
      expect(contrast(colour, "#202124")).toBeGreaterThanOrEqual(3);
    },
  );
});
