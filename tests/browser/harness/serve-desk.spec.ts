import { expect, test } from "./fixtures";
import { PROBE_EXTENSION_DIR, TICKET_HTML, TICKET_URL } from "./probe";

test.use({ extensionDir: PROBE_EXTENSION_DIR });

test("serves a page per address, and 404 where there is none", async ({ page, desk }) => {
  await desk("acme.freshdesk.com", ({ pathname }) => (pathname === "/a/tickets/7" ? "<h1>Seven</h1>" : null));

  const found = await page.goto("https://acme.freshdesk.com/a/tickets/7");
  const heading = await page.textContent("h1");
  const missing = await page.goto("https://acme.freshdesk.com/a/tickets/8");

  expect([found?.status(), heading, missing?.status()]).toEqual([200, "Seven", 404]);
});

test("serves two helpdesks in one browser", async ({ page, desk }) => {
  await desk("acme.zendesk.com", TICKET_HTML);
  await desk("acme.freshdesk.com", "<h1>Fresh</h1>");

  await page.goto(TICKET_URL);
  const first = await page.textContent("h1");
  await page.goto("https://acme.freshdesk.com/a/tickets/1");

  expect([first, await page.textContent("h1")]).toEqual(["Parcel has not arrived", "Fresh"]);
});

test("stops and notes what a page asks of the world", async ({ page, desk }) => {
  const { unexpectedRequests } = await desk(
    "acme.zendesk.com",
    `${TICKET_HTML}<img src="https://pictures.example.com/a.png">`,
  );

  await page.goto(TICKET_URL);

  expect(unexpectedRequests).toEqual([
    { method: "GET", url: "https://pictures.example.com/a.png", resourceType: "image" },
  ]);
});

test("stops and notes what the service worker asks of the world", async ({ extension, desk }) => {
  const { unexpectedRequests } = await desk("acme.zendesk.com", TICKET_HTML);
  const serviceWorker = await extension.serviceWorker();

  const failure = await serviceWorker.evaluate("fetch('https://kb.example.com/').catch((error) => error.message)");

  expect(failure).toBe("Failed to fetch");
  expect(unexpectedRequests.map(({ url }) => url)).toEqual(["https://kb.example.com/"]);
});
