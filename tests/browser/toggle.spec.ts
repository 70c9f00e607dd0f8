/** The toolbar's button, and with it the shortcut: the browser runs the same action for both. */
import { expect, test } from "@playwright/test";
import { launchExtension } from "../../scripts/browser/launch-extension";

const EXTENSION_DIR = ".output/chrome-mv3";
const SHORTCUT = "Alt+Shift+S";

type Target = { targetId: string; url: string };

test("one press opens the panel with the focus in it, the next closes it", async () => {
  const extension = await launchExtension({
    ...{ extensionDir: EXTENSION_DIR, headless: true, extraArgs: ["--enable-unsafe-extension-debugging"] },
  });
  try {
    const page = await extension.context.newPage();
    await page.goto("data:text/html,<title>Desk</title>");
    const session = await extension.context.browser()?.newBrowserCDPSession();
    if (!session) throw new Error("no browser to talk to");
    const { targetInfos } = await session.send("Target.getTargets", { filter: [{ type: "tab" }] });
    const tab = (targetInfos as Target[]).find(({ url }) => url.startsWith("data:"));
    // Newer than Playwright's types; what a press on the button does, shortcut included.
    const press = () =>
      session.send(
        "Extensions.triggerAction" as never,
        { id: extension.extensionId, targetId: tab?.targetId } as never,
      );
    const panels = () =>
      extension.puppeteerBrowser.targets().filter((target) => target.url().endsWith("/sidepanel.html"));

    // Said by the background a moment after it has started; a press before that does nothing.
    const background = await extension.serviceWorker();
    await expect
      .poll(() => background.evaluate("chrome.sidePanel.getPanelBehavior()"))
      .toEqual({ openPanelOnActionClick: true });
    await press();
    await expect.poll(() => panels().length).toBe(1);
    const panel = await panels()[0]?.asPage();
    await expect.poll(() => panel?.evaluate("document.hasFocus()")).toBe(true);
    await press();
    await expect.poll(() => panels().length).toBe(0);
    await press();
    await expect.poll(() => panels().length).toBe(1);
  } finally {
    await extension.close();
  }
});

test("the shortcut is what the panel is told of", async () => {
  const extension = await launchExtension({ extensionDir: EXTENSION_DIR, headless: true });
  try {
    const background = await extension.serviceWorker();

    const commands = await background.evaluate("chrome.commands.getAll()");

    expect(commands).toEqual([expect.objectContaining({ name: "_execute_action", shortcut: SHORTCUT })]);
  } finally {
    await extension.close();
  }
});
