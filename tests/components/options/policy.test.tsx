// @vitest-environment jsdom
import { expect, test, vi } from "vitest";
import { click, drawOptions, find, typeInto } from "../render";
import { createStoredOptions } from "../surroundings";

const CONNECTION = {
  ...{ libraryId: "l1", endpoint: "https://old.example.com", token: "old-token", agentId: null, agentName: null },
};

function stored(
  policy: Partial<ReturnType<typeof createStoredOptions>["policy"]>,
  connection = null as null | typeof CONNECTION,
) {
  const options = createStoredOptions({ connection });
  return async () => ({ ...options, policy: { ...options.policy, ...policy } });
}

test("a sync address that the administrator set cannot be changed, and only the token is entered", async () => {
  const check = vi.fn(async () => ({ outcome: "unreachable" }) as const);
  const { root } = await drawOptions({ load: stored({ syncEndpoint: "https://kb.example.com" }), check });
  const endpoint = find(root, "#endpoint") as HTMLInputElement;

  await typeInto(find(root, "#token"), "t1");
  await click(root, "button", "Test connection");

  expect(endpoint.readOnly).toBe(true);
  expect(find(root, ".by-policy").textContent).toBe("Set by your administrator");
  expect(check).toHaveBeenCalledExactlyOnceWith({ endpoint: "https://kb.example.com", token: "t1" });
});

test("the token of another address is not offered to the one that was set", async () => {
  const { root } = await drawOptions({ load: stored({ syncEndpoint: "https://kb.example.com" }, CONNECTION) });

  expect((find(root, "#endpoint") as HTMLInputElement).value).toBe("https://kb.example.com");
  expect((find(root, "#token") as HTMLInputElement).value).toBe("");
});

test("entries of the policy that are not understood are named", async () => {
  const { root } = await drawOptions({ load: stored({ notUnderstood: ["suggestWhen", "syncEndpoint"] }) });

  expect(find(root, ".check-bad").textContent).toContain("suggestWhen, syncEndpoint");
});

test("a policy that is understood is not talked about", async () => {
  const { root } = await drawOptions({ load: stored({}) });

  expect(root.textContent).not.toContain("not understood");
});

test("the first steps are shown again on request, unless the administrator leaves them out", async () => {
  const reopenFirstRun = vi.fn(async () => undefined);
  const { root } = await drawOptions({ reopenFirstRun });
  await click(root, "button", "Show them again");
  const { root: skipped } = await drawOptions({ load: stored({ skipFirstRun: true }) });

  expect(reopenFirstRun).toHaveBeenCalledOnce();
  expect(skipped.textContent).not.toContain("First steps");
});

test("settings that cannot be read are repaired on request, and the options come", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  let isBroken = true;
  const load = async () => {
    if (isBroken) throw new Error("not of our form");
    return createStoredOptions();
  };
  const repairSettings = vi.fn(async () => {
    isBroken = false;
  });
  const { root } = await drawOptions({ load, repairSettings });
  const told = find(root, "[role=alert]").textContent;

  await click(root, "button", "Repair the settings");

  expect(told).toContain("Your articles and the flags that wait stay on this machine");
  expect(repairSettings).toHaveBeenCalledOnce();
  expect(find(root, "#endpoint")).toBeTruthy();
});

test("a repair that fails says so and can be tried again", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const load = () => Promise.reject(new Error("not of our form"));
  const { root } = await drawOptions({ load, repairSettings: () => Promise.reject(new Error("disk full")) });

  await click(root, "button", "Repair the settings");

  expect(find(root, ".check-bad").textContent).toContain("could not be repaired");
  expect(find(root, "button", "Repair the settings").matches(":disabled")).toBe(false);
});
