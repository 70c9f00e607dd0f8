// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { expect, test, vi } from "vitest";
import type { PageActions } from "../../../lib/browser/page-actions";
import type { Diagnosis } from "../../../lib/page-commands";
import { click, type DrawAppOptions, drawApp, find, settle } from "../render";
import { createActivePage, createDeferred, pageWith, ticketPage } from "../support";
import { createDiagnosis } from "../surroundings";

const SECRETS = {
  id: "471147114711",
  url: "https://acme.zendesk.com/agent/tickets/471147114711",
  subject: "Charged twice, says Ada Moreau",
  messages: [{ id: "88442200", role: "customer" as const, sentAt: null, text: "My card ends in 4242." }],
  tags: ["vip-customer"],
  fields: { "360001": "secret-value" },
  channel: "e-mail",
};

async function copyFrom(page: Partial<PageActions>, more: DrawAppOptions = {}) {
  const copyText = vi.fn(async (_text: string) => undefined);
  const activePage = createActivePage(ticketPage(SECRETS));
  const { root } = await drawApp({ page, copyText, activePage, ...more });
  await click(root, ".health-mark");
  await click(root, "button", "Copy diagnostics");
  const copied = copyText.mock.lastCall?.[0];
  return { root, copyText, activePage, copied: copied === undefined ? null : JSON.parse(copied) };
}

test("what is copied holds the page's diagnosis, the versions and what the reader reported", async () => {
  const activePage = createActivePage();
  const report = activePage.value.report;
  const readBy = { subject: "omni-header-subject" };
  if (report?.state === "ticket") activePage.value = pageWith({ ...report, readBy, gaps: ["older"] });
  const about = { version: "1.2.3", browser: "Mozilla/5.0 Firefox/140.0" };

  const { copied } = await copyFrom({}, { activePage, about });

  expect(copied).toEqual({
    souffleur: "1.2.3",
    browser: "Mozilla/5.0 Firefox/140.0",
    reader: { helpdesk: "zendesk", state: "ticket", readBy, missing: [], gaps: ["older"], messages: 1 },
    page: createDiagnosis(),
  });
});

test("the page in front is the one asked", async () => {
  const diagnose = vi.fn<PageActions["diagnose"]>(async () => createDiagnosis());

  await copyFrom({ diagnose });

  expect(diagnose).toHaveBeenCalledExactlyOnceWith(1, "zendesk");
});

test("nothing of the ticket is copied: no text, no name, no id", async () => {
  const { copied } = await copyFrom({});

  const secrets = ["4711", "acme", "Charged", "Moreau", "8844", "card", "4242", "vip", "360001", "secret", "e-mail"];
  const leaked = secrets.filter((word) => JSON.stringify(copied).includes(word));
  expect(leaked).toEqual([]);
});

test("a page that cannot be reached leaves what the panel knows, and it is said", async () => {
  const { root, copied } = await copyFrom({ diagnose: () => Promise.reject(new Error("gone")) });

  expect(copied).toMatchObject({ page: "not reached", reader: { state: "ticket" } });
  expect(find(root, ".health-said").textContent).toBe("The page could not be reached: copied what the panel knows.");
});

test("what was copied is told on screen and to screen readers", async () => {
  const { root } = await copyFrom({});

  expect(find(root, ".health-said").textContent).toBe("Diagnostics copied.");
  expect(find(root, "[role=status]").textContent).toBe("Diagnostics copied.");
});

test("a clipboard that refuses is told", async () => {
  const { root } = await copyFrom({}, { copyText: () => Promise.reject(new Error("no focus")) });

  expect(find(root, ".health-said").textContent).toBe("The diagnostics could not be copied. Try again.");
});

test("a diagnosis that comes after another ticket is in front is dropped", async () => {
  const diagnosis = createDeferred<Diagnosis>();
  const { activePage, copyText, root } = await copyFrom({ diagnose: () => diagnosis.promise });
  await act(() => {
    activePage.value = ticketPage({ id: "2" });
  });

  diagnosis.resolve(createDiagnosis());
  await settle();

  expect(copyText).not.toHaveBeenCalled();
  expect(find(root, "[role=status]").textContent).not.toContain("Diagnostics");
});

test("the hints share one place, as high as the longest, so that nothing moves when another is said", async () => {
  const { root } = await drawApp({ activePage: createActivePage() });
  await click(root, ".health-mark");
  const places = () => [...root.querySelectorAll(".health-hint > *")].map(({ textContent }) => textContent);
  const before = places();

  await click(root, "button", "Copy diagnostics");

  expect(places()).toEqual(before);
  expect(root.querySelectorAll(".health-said")).toHaveLength(1);
  expect(find(root, ".health-said").textContent).toBe("Diagnostics copied.");
});
