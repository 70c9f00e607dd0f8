import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { openPageLine, type ScriptLife } from "../../../lib/browser/report-page";
import type { PageReport } from "../../../lib/ticket";

const READING: PageReport = { state: "reading", helpdesk: "zendesk", ticketId: "101" };

/** A script's life that ends when asked to, or with its extension. */
function makeLife() {
  const ending = new AbortController();
  return { signal: ending.signal, isValid: true as boolean, abort: () => ending.abort() } satisfies ScriptLife;
}

/** A message from the background. */
const tell = (message: unknown) => fakeBrowser.runtime.onMessage.trigger(message, { id: fakeBrowser.runtime.id });

/** What the background hears. */
function hearBackground(): unknown[] {
  const heard: unknown[] = [];
  fakeBrowser.runtime.onMessage.addListener((message: unknown) => {
    heard.push(message);
    return undefined;
  });
  return heard;
}

beforeEach(() => {
  fakeBrowser.reset();
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe("openPageLine", () => {
  it("sends reports under one page id", async () => {
    const heard = hearBackground();
    const line = openPageLine("zendesk", makeLife());

    line.report(READING);
    line.report({ state: "none", helpdesk: "zendesk" });
    await vi.waitFor(() => expect(heard).toHaveLength(2));

    const [first, second] = heard as { pageId: string; report: PageReport }[];
    expect(first).toMatchObject({ type: "ticketChanged", report: READING });
    expect(second?.pageId).toBe(first?.pageId);
  });

  it("ends the script when the extension is gone from under the page", () => {
    const life = makeLife();
    const line = openPageLine("zendesk", life);
    vi.spyOn(browser.runtime, "sendMessage").mockImplementation(() => {
      throw new Error("Extension context invalidated.");
    });

    line.report(READING);

    expect(life.signal.aborted).toBe(true);
  });

  it("goes on when nobody listens", async () => {
    const life = makeLife();
    const line = openPageLine("zendesk", life);
    vi.spyOn(browser.runtime, "sendMessage").mockImplementation(() => Promise.reject(new Error("No receiving end")));

    line.report(READING);
    await Promise.resolve();

    expect(life.signal.aborted).toBe(false);
  });

  it("cannot report once the script's context is invalid", () => {
    const life = makeLife();
    const line = openPageLine("zendesk", life);
    const before = line.canReport();

    life.isValid = false;

    expect([before, line.canReport()]).toEqual([true, false]);
  });

  it("sends nothing after the end", () => {
    const life = makeLife();
    const send = vi.spyOn(browser.runtime, "sendMessage");
    const line = openPageLine("zendesk", life);

    life.abort();
    line.report(READING);

    expect(send).not.toHaveBeenCalled();
  });
});

describe("the word to stop", () => {
  it("is answered with none, and ends the script", async () => {
    const life = makeLife();
    const said: unknown[] = [];
    vi.spyOn(browser.runtime, "sendMessage").mockImplementation((message: unknown) => {
      said.push(message);
      return Promise.resolve();
    });
    openPageLine("freshdesk", life);

    await tell({ type: "stopReading" });

    expect(said).toMatchObject([{ report: { state: "none", helpdesk: "freshdesk" } }]);
    expect(life.signal.aborted).toBe(true);
  });

  it.each([[{ type: "areYouThere" }], ["stopReading"], [null]])("is not %j", async (message) => {
    const life = makeLife();
    openPageLine("freshdesk", life);

    await tell(message);

    expect(life.signal.aborted).toBe(false);
  });

  it("is not heard after the end", async () => {
    const life = makeLife();
    const send = vi.spyOn(browser.runtime, "sendMessage");
    openPageLine("freshdesk", life);

    life.abort();
    const answers = await tell({ type: "stopReading" });

    expect(answers).toEqual([]);
    expect(send).not.toHaveBeenCalled();
  });
});
