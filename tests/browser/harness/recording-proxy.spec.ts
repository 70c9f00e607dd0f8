/** Proves that the proxy sees every place a request can come from, so that a test that finds nothing means something. */
import { isBrowserUpkeep, type RecordedRequest } from "../../../scripts/browser/recording-proxy";
import { type EchoServer, startEchoServer } from "./echo-server";
import { test as base, expect } from "./fixtures";
import { PROBE_EXTENSION_DIR, TICKET_HTML, TICKET_URL } from "./probe";

const test = base.extend<{ server: EchoServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  server: async ({}, use) => {
    const server = await startEchoServer();
    await use(server);
    await server.close();
  },
});

test.use({ extensionDir: PROBE_EXTENSION_DIR, recordTraffic: true });

/** An expression that posts `body` and comes to the answer. */
function post(url: string, body: string): string {
  const options = JSON.stringify({ method: "POST", body });
  return `fetch(${JSON.stringify(url)}, ${options}).then((response) => response.text())`;
}

function bodiesSentTo(url: string, requests: readonly RecordedRequest[]): string[] {
  return requests.filter((request) => request.url.startsWith(url)).map((request) => request.bodyText);
}

test("sees a request of the side panel", async ({ page, desk, openPanel, server, sentRequests }) => {
  await desk("acme.zendesk.com", TICKET_HTML);
  await page.goto(TICKET_URL);
  const panel = await openPanel(page);

  const answer = await panel.evaluate(post(server.url, "colis égaré"));

  expect(answer).toBe("colis égaré");
  expect(bodiesSentTo(server.url, sentRequests)).toEqual(["colis égaré"]);
});

test("sees a request of a worker of the side panel", async ({ page, desk, openPanel, server, sentRequests }) => {
  await desk("acme.zendesk.com", TICKET_HTML);
  await page.goto(TICKET_URL);
  const panel = await openPanel(page);

  const answer = await panel.evaluate((url) => {
    const worker = new Worker("worker.js");
    return new Promise((resolve) => {
      worker.addEventListener("message", (event) => resolve(event.data));
      worker.postMessage({ url, body: "from the worker" });
    });
  }, server.url);

  expect(answer).toBe("from the worker");
  expect(bodiesSentTo(server.url, sentRequests)).toEqual(["from the worker"]);
});

test("sees a request of the service worker", async ({ extension, server, sentRequests }) => {
  const serviceWorker = await extension.serviceWorker();

  const answer = await serviceWorker.evaluate(post(server.url, "from the service worker"));

  expect(answer).toBe("from the service worker");
  expect(bodiesSentTo(server.url, sentRequests)).toEqual(["from the service worker"]);
});

test("sees a request of a page of the extension in a tab", async ({ extension, page, server, sentRequests }) => {
  await page.goto(extension.url("panel.html"));

  await page.evaluate(post(server.url, "from a tab"));

  expect(bodiesSentTo(server.url, sentRequests)).toEqual(["from a tab"]);
});

test("stops and notes what the side panel sends beyond this machine", async ({
  page,
  desk,
  openPanel,
  sentRequests,
}) => {
  await desk("acme.zendesk.com", TICKET_HTML);
  await page.goto(TICKET_URL);
  const panel = await openPanel(page);

  await panel.evaluate(post("http://kb.example.com/notes", "a leak")).catch(() => null);
  const failure = await panel.evaluate(post("https://kb.example.com/notes", "a leak")).catch((error: Error) => error);

  expect(failure).toBeInstanceOf(Error);
  const sent = sentRequests.filter((request) => !isBrowserUpkeep(request));
  expect(sent.map(({ method, url, bodyText, forwarded }) => [method, url, bodyText, forwarded])).toEqual([
    ["POST", "http://kb.example.com/notes", "a leak", false],
    ["CONNECT", "kb.example.com:443", "", false],
  ]);
});

test("sees nothing when only a served helpdesk page is read", async ({ page, desk, openPanel, sentRequests }) => {
  await desk("acme.zendesk.com", TICKET_HTML);
  await page.goto(TICKET_URL);

  await openPanel(page);

  expect(sentRequests.filter((request) => !isBrowserUpkeep(request))).toEqual([]);
});
