// @vitest-environment jsdom
import { expect, test, vi } from "vitest";
import type { AddHostOutcome, HelpdeskHostState, HelpdeskHosts } from "../../../lib/browser/helpdesk-hosts";
import { helpdeskSchema } from "../../../lib/ticket";
import { click, drawOptions, find, settle, typeInto } from "../render";
import { createHosts } from "../surroundings";

function host(overrides: Partial<HelpdeskHostState> = {}): HelpdeskHostState {
  return { host: "help.acme.example", helpdesk: "zendesk", isGranted: true, isFromPolicy: false, ...overrides };
}

async function drawHosts(listed: HelpdeskHostState[], overrides: Partial<HelpdeskHosts> = {}) {
  return drawOptions({ hosts: createHosts({ load: async () => listed, ...overrides }) });
}

test.each([
  [host(), "Zendesk", "Allowed"],
  [host({ helpdesk: "freshdesk", isGranted: false }), "Freshdesk", "Not allowed by the browser"],
  [host({ isFromPolicy: true }), "Zendesk", "Set by your administrator"],
])("a host is listed with what is known of it", async (listed, helpdesk, words) => {
  const { root } = await drawHosts([listed]);

  const row = find(root, ".host").textContent;
  expect(row).toContain("help.acme.example");
  expect(row).toContain(helpdesk);
  expect(row).toContain(words);
});

test("a host of the administrator's cannot be removed", async () => {
  const { root } = await drawHosts([host({ isFromPolicy: true })]);

  expect(root.querySelector(".host button")).toBeNull();
});

test("a host that is withheld is asked for in the very turn of the click", async () => {
  const grant = vi.fn<HelpdeskHosts["grant"]>(async () => true);
  const { root } = await drawHosts([host({ isGranted: false })], { grant });

  find(root, ".host button", "Allow help.acme.example").click();

  expect(grant).toHaveBeenCalledExactlyOnceWith("help.acme.example");
});

test("a host that was allowed is shown as such", async () => {
  const load = vi
    .fn<HelpdeskHosts["load"]>()
    .mockResolvedValueOnce([host({ isGranted: false })])
    .mockResolvedValueOnce([host()]);
  const { root } = await drawOptions({ hosts: createHosts({ load }) });

  await click(root, ".host button", "Allow help.acme.example");

  expect(find(root, ".host-facts").textContent).toContain("Allowed");
});

test.each<[string, HelpdeskHosts["grant"]]>([
  ["the agent says no", async () => false],
  ["the browser does not ask", () => Promise.reject(new Error("no gesture"))],
])("when %s, what can be done is told beside the host", async (_name, grant) => {
  const { root } = await drawHosts([host({ isGranted: false })], { grant });

  await click(root, ".host button", "Allow help.acme.example");

  expect(find(root, ".host .check-title").textContent).toContain("The browser did not allow it.");
});

test("a removed host goes from the list, and the focus stays in the section", async () => {
  const remove = vi.fn<HelpdeskHosts["remove"]>(async () => undefined);
  const load = vi.fn<HelpdeskHosts["load"]>().mockResolvedValueOnce([host()]).mockResolvedValueOnce([]);
  const { root } = await drawOptions({ hosts: createHosts({ load, remove }) });

  await click(root, ".host button", "Remove help.acme.example");

  expect(remove).toHaveBeenCalledExactlyOnceWith("help.acme.example");
  expect(root.querySelector(".host")).toBeNull();
  expect(find(root, ".check-title").textContent).toBe("help.acme.example removed.");
  expect(document.activeElement).toBe(find(root, "#host-address"));
});

test("only the last that was done is told", async () => {
  const titles = (root: HTMLElement) => [...root.querySelectorAll(".check-title")].map((title) => title.textContent);
  const load = vi.fn<HelpdeskHosts["load"]>().mockResolvedValue([host()]);
  const { root } = await drawOptions({ hosts: createHosts({ load }) });

  await click(root, ".host-add");
  const afterAdding = titles(root);
  await click(root, ".host button", "Remove help.acme.example");
  const afterRemoving = titles(root);
  await typeInto(find(root, "#host-address"), "desk.acme.example");

  expect(afterAdding).toEqual(["Added."]);
  expect(afterRemoving).toEqual(["help.acme.example removed."]);
  expect(titles(root)).toEqual([]);
});

test("a removal that fails is told beside the host, and nothing is said of what came before", async () => {
  const remove = () => Promise.reject(new Error("disk full"));
  const { root } = await drawHosts([host()], { remove });
  await click(root, ".host-add");

  await click(root, ".host button", "Remove help.acme.example");

  expect([...root.querySelectorAll(".check-title")].map((title) => title.textContent)).toEqual([
    "It could not be removed. Try again.",
  ]);
});

test("what was typed is added for the chosen helpdesk, in the very turn of the press", async () => {
  const add = vi.fn<HelpdeskHosts["add"]>(async () => "added");
  const { root } = await drawHosts([], { add });
  await typeInto(find(root, "#host-address"), "help.acme.example");
  const choice = find(root, "#host-helpdesk");
  if (choice instanceof HTMLSelectElement) choice.value = "freshdesk";
  choice.dispatchEvent(new Event("change", { bubbles: true }));
  await settle();

  find(root, ".host-add").click();

  expect(add).toHaveBeenCalledExactlyOnceWith("help.acme.example", "freshdesk");
});

test("every helpdesk can be chosen", async () => {
  const { root } = await drawHosts([]);

  const values = [...root.querySelectorAll("#host-helpdesk option")].map((option) => option.getAttribute("value"));
  expect(values).toEqual(helpdeskSchema.options);
});

test.each<[AddHostOutcome, string]>([
  ["added", "Added."],
  ["notAHost", "This is not an https address."],
  ["covered", "This address is read anyway."],
  ["otherProduct", "This is another product."],
  ["refused", "The browser was not allowed to read this address."],
])("the outcome %s is told in a sentence", async (outcome, words) => {
  const { root } = await drawHosts([], { add: async () => outcome });
  await typeInto(find(root, "#host-address"), "help.acme.example");

  await click(root, ".host-add");

  expect(find(root, ".host-told .check-title").textContent).toBe(words);
});

test("an added host is listed and the field is empty again", async () => {
  const load = vi.fn<HelpdeskHosts["load"]>().mockResolvedValueOnce([]).mockResolvedValueOnce([host()]);
  const { root } = await drawOptions({ hosts: createHosts({ load }) });
  await typeInto(find(root, "#host-address"), "help.acme.example");

  await click(root, ".host-add");

  expect(find(root, ".host strong").textContent).toBe("help.acme.example");
  expect(find(root, "#host-address")).toHaveProperty("value", "");
});

test("what was not added stays in the field", async () => {
  const { root } = await drawHosts([], { add: async () => "refused" });
  await typeInto(find(root, "#host-address"), "help.acme.example");

  await click(root, ".host-add");

  expect(find(root, "#host-address")).toHaveProperty("value", "help.acme.example");
});

test("an address that cannot be stored is told", async () => {
  const { root } = await drawHosts([], { add: () => Promise.reject(new Error("disk full")) });

  await click(root, ".host-add");

  expect(find(root, ".host-told .check-title").textContent).toBe("It could not be added. Try again.");
});

test("addresses that cannot be read are told", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);

  const { root } = await drawOptions({ hosts: createHosts({ load: () => Promise.reject(new Error("broken")) }) });

  expect(root.textContent).toContain("The addresses could not be read. Reload this page.");
});
