/** The helpdesk hosts of the options page, and what the panel makes of the page in front, by the extension's own code. */
import type { Page } from "puppeteer-core";
import type { ActivePage } from "../../lib/browser/active-page";
import type { AddHostOutcome, HelpdeskHostState } from "../../lib/browser/helpdesk-hosts";
import type { Helpdesk } from "../../lib/ticket";
import type { follow, hosts } from "./access-code";
import { bundleExtensionCode } from "./extension-code";

/** Whatever runs an expression in a page of the extension. */
type ExtensionEvaluator = { evaluate(expression: string): Promise<unknown> };

type AccessCode = { follow: typeof follow; hosts: typeof hosts };
type Call = keyof AccessCode | `hosts.${keyof AccessCode["hosts"]}`;

/** A function expression that calls `access-code.ts` in a page of the extension; arguments travel as JSON. */
async function callOf(name: Call, ...values: string[]): Promise<string> {
  const code = await bundleExtensionCode("scripts/browser/access-code.ts");
  return `(() => { ${code}\n return extensionCode.${name}(...${JSON.stringify(values)}); })`;
}

async function call(page: ExtensionEvaluator, name: Call, ...values: string[]): Promise<unknown> {
  return page.evaluate(`${await callOf(name, ...values)}()`);
}

/** Adds a host as the options page does, straight from a click. */
export async function addHelpdeskHost(
  extension: ExtensionEvaluator,
  typed: string,
  helpdesk: Helpdesk,
): Promise<AddHostOutcome> {
  return (await call(extension, "hosts.add", typed, helpdesk)) as AddHostOutcome;
}

/** Removes a host as the options page does. */
export async function removeHelpdeskHost(extension: ExtensionEvaluator, host: string): Promise<void> {
  await call(extension, "hosts.remove", host);
}

/** The hosts as the options page lists them. */
export async function loadHelpdeskHosts(extension: ExtensionEvaluator): Promise<HelpdeskHostState[]> {
  return (await call(extension, "hosts.load")) as HelpdeskHostState[];
}

/** Follows the page in front in an open panel, as the panel does; answers what it heard last. */
export async function followActivePage(panel: ExtensionEvaluator): Promise<() => Promise<ActivePage>> {
  await call(panel, "follow");
  return async () => (await panel.evaluate("globalThis.heardActivePage")) as ActivePage;
}

/** Adds a host from a real click in a page of the extension: Firefox takes nothing else for one. */
export async function pressToAddHelpdeskHost(page: Page, typed: string, helpdesk: Helpdesk): Promise<AddHostOutcome> {
  await page.evaluate(`{
    const button = document.createElement("button");
    button.id = "add-host-by-harness";
    button.style = "position: fixed; inset: 0; z-index: 1000";
    const add = ${await callOf("hosts.add", typed, helpdesk)};
    button.onclick = () => { globalThis.addedHost = add(); };
    document.body.append(button);
  }`);
  await page.click("#add-host-by-harness");
  return (await page.evaluate("globalThis.addedHost")) as AddHostOutcome;
}
