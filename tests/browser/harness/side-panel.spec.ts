import { closeSidePanel, openSidePanel } from "../../../scripts/browser/side-panel";
import { waitUntil } from "../../../scripts/browser/wait-until";
import { expect, test } from "./fixtures";
import { PROBE_EXTENSION_DIR, TICKET_HTML, TICKET_URL } from "./probe";

test.use({ extensionDir: PROBE_EXTENSION_DIR });

test.beforeEach(async ({ page, desk }) => {
  await desk("acme.zendesk.com", TICKET_HTML);
  await page.goto(TICKET_URL);
});

const PLACE = `(async () => {
  const contexts = await chrome.runtime.getContexts({ contextTypes: ["SIDE_PANEL"] });
  return { url: location.href, tab: await chrome.tabs.getCurrent(), panels: contexts.length };
})()`;

test("opens as the browser's own side panel, not as a tab", async ({ extension, page, openPanel }) => {
  const panel = await openPanel(page);

  const place = await panel.evaluate(PLACE);

  expect(place).toEqual({ url: extension.url("panel.html"), tab: undefined, panels: 1 });
});

test("leaves the helpdesk tab in front", async ({ page, openPanel }) => {
  const panel = await openPanel(page);

  const front = await panel.evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    const tabs = await chrome.tabs.query({});
    return [tab.id === tabs[0].id, tabs.length];
  })()`);

  expect(front).toEqual([true, 1]);
  expect(await page.evaluate(() => document.visibilityState)).toBe("visible");
});

test("answers the same panel when it is opened twice", async ({ page, openPanel }) => {
  const first = await openPanel(page);

  const second = await openPanel(page);

  expect(second).toBe(first);
});

test("opens in the window of its tab", async ({ extension, page }) => {
  await extension.evaluate(`chrome.windows.create({ url: ${JSON.stringify(TICKET_URL)} })`);
  const findOther = async () =>
    extension.context.pages().find((each) => each !== page && each.url() === TICKET_URL) ?? null;
  const otherPage = await waitUntil("opening of the second window", findOther);
  const panel = await openSidePanel(extension, page);
  const otherPanel = await openSidePanel(extension, otherPage);

  const windowIds = await Promise.all(
    [panel, otherPanel].map((each) => each.evaluate("chrome.windows.getCurrent().then(({ id }) => id)")),
  );

  expect(windowIds[0]).not.toBe(windowIds[1]);
});

test("opens again after it was closed", async ({ page, openPanel }) => {
  const first = await openPanel(page);
  await closeSidePanel(first);

  const second = await openPanel(page);

  expect(first.isClosed()).toBe(true);
  expect(await second.evaluate(PLACE)).toMatchObject({ panels: 1 });
});

test("can be clicked, typed into and pictured", async ({ page, openPanel }) => {
  const panel = await openPanel(page);
  await panel.evaluate(() => {
    document.body.innerHTML = "<input autofocus><button>Add</button><output></output>";
    document.querySelector("button")?.addEventListener("click", () => {
      const output = document.querySelector("output");
      if (output) output.textContent = document.querySelector("input")?.value ?? null;
    });
  });

  await panel.type("input", "déménagement");
  await panel.click("button");
  const picture = await panel.screenshot();

  expect(await panel.$eval("output", (output) => output.textContent)).toBe("déménagement");
  expect(Buffer.from(picture).readUInt32BE(16)).toBe(360);
});
