// @vitest-environment jsdom
import { expect, test, vi } from "vitest";
import type { PageActions } from "../../../lib/browser/page-actions";
import { click, type DrawAppOptions, drawApp, find } from "../render";
import { createActivePage, createFakeLibrary, createSyncState, pageWith } from "../support";

async function drawWithheld(missingAccess: string[], more: DrawAppOptions = {}) {
  return drawApp({ activePage: createActivePage({ ...pageWith(null), missingAccess }), ...more });
}

test.each([
  [["https://*.zendesk.com/*"], "Zendesk"],
  [["https://acme.freshdesk.com/*"], "Freshdesk"],
  [["https://help.acme.example/*"], "help.acme.example"],
  [["https://*.zendesk.com/*", "https://*.freshdesk.com/*"], "Zendesk and Freshdesk"],
])("withheld access to %j names %s", async (origins, name) => {
  const { root } = await drawWithheld(origins);

  expect(find(root, ".state-title").textContent).toBe(`The browser does not let Souffleur read ${name}`);
});

test("the hosts are listed", async () => {
  const { root } = await drawWithheld(["https://*.zendesk.com/*", "https://help.acme.example/*"]);

  expect([...root.querySelectorAll(".access-hosts li")].map((host) => host.textContent)).toEqual([
    "*.zendesk.com",
    "help.acme.example",
  ]);
});

test.each([
  ["en", "Tickets there cannot be read until you allow it. Searching still works."],
  ["fr", "Les tickets qui s’y trouvent ne peuvent pas être lus sans votre autorisation. La recherche reste possible."],
] as const)("in %s the hint speaks of these hosts alone, as others may be read", async (language, hint) => {
  const { root } = await drawWithheld(["https://help.acme.example/*"], { language });

  expect(find(root, ".state-hint").textContent).toBe(hint);
});

test("the browser is asked in the very turn of the click", async () => {
  const requestAccess = vi.fn<PageActions["requestAccess"]>(async () => true);
  const { root } = await drawWithheld(["https://*.zendesk.com/*"], { page: { requestAccess } });

  find(root, ".state-actions button").click();

  expect(requestAccess).toHaveBeenCalledExactlyOnceWith(["https://*.zendesk.com/*"]);
});

test.each<[string, PageActions["requestAccess"], string]>([
  ["a no", async () => false, "Open the browser’s extensions page"],
  ["a browser that does not ask", () => Promise.reject(new Error("no gesture")), "Open the browser’s extensions page"],
  ["a yes", async () => true, "Allowed."],
])("after %s the way on is told", async (_name, requestAccess, words) => {
  const { root } = await drawWithheld(["https://*.zendesk.com/*"], { page: { requestAccess } });

  await click(root, ".state-actions button");

  expect(find(root, "[role=alert]").textContent).toContain(words);
});

test("it comes before a sync problem that would fill the view", async () => {
  const state = createSyncState({ problem: { kind: "unauthorized", retryAtMs: null }, articleCount: 0 });
  const { library } = createFakeLibrary({ sync: async () => state });

  const { root } = await drawWithheld(["https://*.zendesk.com/*"], { library });

  expect(root.querySelectorAll(".state-message")).toHaveLength(1);
  expect(find(root, ".state-title").textContent).toContain("does not let Souffleur read");
});

test("a page that reports needs no access beyond its own", async () => {
  const page = pageWith({ state: "none", helpdesk: "freshdesk" });
  const activePage = createActivePage({ ...page, missingAccess: ["https://*.zendesk.com/*"] });

  const { root } = await drawApp({ activePage });

  expect(find(root, ".state-title").textContent).toBe("No ticket open in Freshdesk");
});

test("the state speaks French", async () => {
  const { root } = await drawWithheld(["https://*.zendesk.com/*"], { language: "fr" });

  expect(find(root, ".state-title").textContent).toBe("Le navigateur ne laisse pas Souffleur lire Zendesk");
});
