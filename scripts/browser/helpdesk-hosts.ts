/** The helpdesk hosts of the options page, and what the panel makes of the page in front, by the extension's own code. */
import type { Page } from "puppeteer-core";
import type { ActivePage } from "../../lib/browser/active-page";
import type { AddHostOutcome, HelpdeskHostState } from "../../lib/browser/helpdesk-hosts";
import type { Helpdesk } from "../../lib/ticket";
import { bundleExtensionCode } from "./extension-code";

/** Whatever runs an expression in a page of the extension. */
type ExtensionEvaluator = { evaluate(expression: string): Promise<unknown> };

/** The code below in a page of the extension; the expression sees it as `extensionCode`. */
async function withCode(expression: string): Promise<string> {
  const code = await bundleExtensionCode("scripts/browser/access-code.ts");
  return `(() => { ${code}\n return ${expression}; })()`;
}

/** Adds a host as the options page does, straight from a click. */
export async function addHelpdeskHost(
  extension: ExtensionEvaluator,
  typed: string,
  helpdesk: Helpdesk,
): Promise<AddHostOutcome> {
  const values = [typed, helpdesk].map((value) => JSON.stringify(value)).join(", ");
  return (await extension.evaluate(await withCode(`extensionCode.hosts.add(${values})`))) as AddHostOutcome;
}

/** Removes a host as the options page does. */
export async function removeHelpdeskHost(extension: ExtensionEvaluator, host: string): Promise<void> {
  await extension.evaluate(await withCode(`extensionCode.hosts.remove(${JSON.stringify(host)})`));
}

/** The hosts as the options page lists them. */
export async function loadHelpdeskHosts(extension: ExtensionEvaluator): Promise<HelpdeskHostState[]> {
  return (await extension.evaluate(await withCode("extensionCode.hosts.load()"))) as HelpdeskHostState[];
}

/** Follows the page in front in an open panel, as the panel does; answers what it heard last. */
export async function followActivePage(panel: ExtensionEvaluator): Promise<() => Promise<ActivePage>> {
  await panel.evaluate(await withCode("extensionCode.follow()"));
  return async () => (await panel.evaluate("globalThis.heardActivePage")) as ActivePage;
}

/** Adds a host from a real click in a page of the extension: Firefox takes nothing else for one. */
export async function pressToAddHelpdeskHost(page: Page, typed: string, helpdesk: Helpdesk): Promise<AddHostOutcome> {
  const values = [typed, helpdesk].map((value) => JSON.stringify(value)).join(", ");
  const button = `(() => {
    const button = document.createElement("button");
    button.id = "add-host-by-harness";
    button.style = "position: fixed; inset: 0; z-index: 1000";
    button.onclick = () => { globalThis.addedHost = extensionCode.hosts.add(${values}); };
    document.body.append(button);
  })()`;
  await page.evaluate(await withCode(button));
  await page.click("#add-host-by-harness");
  return (await page.evaluate("globalThis.addedHost")) as AddHostOutcome;
}
