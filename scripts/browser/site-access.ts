/** What a user or an administrator does to an extension, on the browser's own pages for it. */
import { isDeepStrictEqual } from "node:util";
import { evaluateInManagement, evaluateInPolicyPage } from "./extension-page";
import type { LoadedExtension } from "./launch-extension";
import { waitUntil } from "./wait-until";

/** Where the extension may read pages: everywhere it asked for, or only after a click on it ("on click"). */
export async function setSiteAccess(extension: LoadedExtension, access: "ON_ALL_SITES" | "ON_CLICK"): Promise<void> {
  const change = JSON.stringify({ extensionId: extension.extensionId, hostAccess: access });
  await evaluateInManagement(extension, `chrome.developerPrivate.updateExtensionConfiguration(${change})`);
}

/**
 * Has the browser remember that the user agrees to a host (a match pattern). It then grants the extension's request for
 * it without asking: its own question cannot be answered by a debugger.
 */
export async function agreeToHost(extension: LoadedExtension, origin: string): Promise<void> {
  const values = [extension.extensionId, origin].map((value) => JSON.stringify(value)).join(", ");
  await evaluateInManagement(extension, `chrome.developerPrivate.addHostPermission(${values})`);
}

/** Switches the extension off or on. */
export async function setEnabled(extension: LoadedExtension, isEnabled: boolean): Promise<void> {
  const id = JSON.stringify(extension.extensionId);
  await evaluateInManagement(extension, `chrome.management.setEnabled(${id}, ${isEnabled})`);
}

/**
 * Sets the extension's policy on the browser's own page for trying policies, which Chromium has and Chrome's stable
 * releases have not. Takes the place of what was set before, and is gone with the browser.
 */
export async function setPolicy(extension: LoadedExtension, policy: Record<string, unknown>): Promise<void> {
  const byPlatform = { source: 4, scope: 1, level: 1 };
  const policies = Object.entries(policy).map(([name, value]) => {
    return { namespace: extension.extensionId, name, value, ...byPlatform };
  });
  await evaluateInPolicyPage(
    extension,
    `chrome.send("setLocalTestPolicies", ["answer", ${JSON.stringify(JSON.stringify(policies))}, ""])`,
  );
  await waitUntil("policy to arrive at the extension", async () => {
    const arrived = await extension.evaluate("chrome.storage.managed.get(null)");
    return isDeepStrictEqual(arrived, policy) ? true : null;
  });
}
