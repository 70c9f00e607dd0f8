// @vitest-environment jsdom
import { expect, test, vi } from "vitest";
import type { OptionsProps } from "../../../components/options/OptionsPage";
import type { ConnectionCheck } from "../../../lib/worker/protocol";
import { click, drawOptions, find, settle, typeInto } from "../render";
import { createDeferred } from "../support";
import { createStoredOptions } from "../surroundings";

const FINE: ConnectionCheck = {
  outcome: "fine",
  me: {
    service: "souffleur",
    apiVersion: 1,
    serverVersion: "0.1.0",
    oldestClient: "0.1.0",
    agent: { id: "a1", name: "Ada Moreau", role: "agent", groups: [] },
    articleCount: 1240,
  },
};
const INPUT = { endpoint: "https://kb.acme.example", token: "secret" };

async function drawFilled(more: Partial<OptionsProps> = {}) {
  const drawn = await drawOptions(more);
  await typeInto(find(drawn.root, "#endpoint"), ` ${INPUT.endpoint} `);
  await typeInto(find(drawn.root, "#token"), INPUT.token);
  return drawn;
}

test("a good test names the agent and counts the articles, and saves nothing", async () => {
  const save = vi.fn(async () => undefined);
  const { root } = await drawFilled({ check: async () => FINE, save });

  await click(root, "button", "Test connection");

  expect(find(root, ".check-good").textContent).toBe("Connected as Ada Moreau.1,240 articles are there for you.");
  expect(save).not.toHaveBeenCalled();
});

test("saving tests first and passes on what the test found", async () => {
  const save = vi.fn(async () => undefined);
  const { root } = await drawFilled({ check: async () => FINE, save });

  await click(root, "button", "Save");

  expect(save).toHaveBeenCalledExactlyOnceWith({ ...INPUT, check: FINE });
  expect(root.textContent).toContain("Saved.");
});

const OUTCOMES: [ConnectionCheck, string, boolean][] = [
  [{ outcome: "invalidAddress" }, "This is not a web address.", false],
  [{ outcome: "insecure" }, "This address is not encrypted.", false],
  [{ outcome: "unreachable" }, "Nothing answers at this address.", true],
  [{ outcome: "tls" }, "There is no trusted encrypted connection.", true],
  [{ outcome: "notOurApi" }, "Something answers, but it is not a Souffleur server.", false],
  [{ outcome: "wrongToken" }, "The token was refused.", false],
  [{ outcome: "serverTooOld" }, "The server is too old for this version of Souffleur.", false],
  [{ outcome: "clientTooOld" }, "This version of Souffleur is too old for the server.", false],
  [{ outcome: "serverError", status: 502 }, "The server answered with an error (502).", true],
];

test.each(OUTCOMES)(
  "saving with %o explains it and saves only if the agent may and insists",
  async (check, words, mayInsist) => {
    const save = vi.fn(async () => undefined);
    const { root } = await drawFilled({ check: async () => check, save });

    await click(root, "button", "Save");
    const buttons = [...root.querySelectorAll("button")].map((button) => button.textContent);

    expect(find(root, ".check-title").textContent).toBe(words);
    expect(buttons.includes("Save anyway")).toBe(mayInsist);
    expect(save).not.toHaveBeenCalled();
  },
);

test("save anyway saves with the failed test", async () => {
  const save = vi.fn(async () => undefined);
  const { root } = await drawFilled({ check: async () => ({ outcome: "unreachable" }), save });
  await click(root, "button", "Save");

  await click(root, "button", "Save anyway");

  expect(save).toHaveBeenCalledExactlyOnceWith({ ...INPUT, check: { outcome: "unreachable" } });
});

test("an answer about an earlier address is dropped", async () => {
  const answer = createDeferred<ConnectionCheck>();
  const { root } = await drawFilled({ check: () => answer.promise });
  await click(root, "button", "Test connection");
  await typeInto(find(root, "#endpoint"), "https://other.acme.example");

  answer.resolve(FINE);
  await settle();

  expect(root.querySelector(".check-result")).toBeNull();
});

test.each([
  ["#endpoint", "Enter the sync address."],
  ["#token", "Enter the access token."],
])("an empty %s is named and nothing is tested", async (field, words) => {
  const check = vi.fn(async () => FINE);
  const { root } = await drawFilled({ check });
  await typeInto(find(root, field), "");

  await click(root, "button", "Save");

  expect(find(root, ".check-title").textContent).toBe(words);
  expect(check).not.toHaveBeenCalled();
});

test("a save that fails is told", async () => {
  const { root } = await drawFilled({ check: async () => FINE, save: () => Promise.reject(new Error("disk full")) });

  await click(root, "button", "Save");

  expect(find(root, ".check-title").textContent).toBe("It could not be saved. Try again.");
});

test("the token is hidden until the agent asks to see it", async () => {
  const { root } = await drawFilled();
  const before = find(root, "#token").getAttribute("type");

  await click(root, "button", "Show the token");

  expect(before).toBe("password");
  expect(find(root, "#token").getAttribute("type")).toBe("text");
});

test("a chosen language is saved and spoken at once", async () => {
  const setLanguage = vi.fn(async () => undefined);
  const { root } = await drawOptions({ setLanguage });
  const choice = find(root, "#interface-language");

  if (choice instanceof HTMLSelectElement) choice.value = "fr";
  choice.dispatchEvent(new Event("change", { bubbles: true }));
  await settle();

  expect(setLanguage).toHaveBeenCalledExactlyOnceWith("fr");
  expect(find(root, "h1").textContent).toBe("Options de Souffleur");
});

const PAST = { libraryId: "l0", endpoint: "https://old.acme.example", agentId: "a1", queuedFlags: 3 };

test("an earlier connection is discarded only after a second yes", async () => {
  const discardLibrary = vi.fn(async () => undefined);
  const load = vi
    .fn<OptionsProps["load"]>()
    .mockResolvedValueOnce(createStoredOptions({ pastLibraries: [PAST] }))
    .mockResolvedValueOnce(createStoredOptions({}));
  const { root } = await drawOptions({ load, discardLibrary });

  await click(root, ".past-library button");
  const question = find(root, ".past-question").textContent;
  const asked = discardLibrary.mock.calls.length;
  await click(root, "button", "Discard for good");

  expect(question).toContain("3 flags that were never sent");
  expect(asked).toBe(0);
  expect(discardLibrary).toHaveBeenCalledExactlyOnceWith("l0");
  expect(root.querySelector(".past-library")).toBeNull();
});

test("keeping an earlier connection asks nothing of it", async () => {
  const discardLibrary = vi.fn(async () => undefined);
  const { root } = await drawOptions({
    load: async () => createStoredOptions({ pastLibraries: [PAST] }),
    discardLibrary,
  });
  await click(root, ".past-library button");

  await click(root, "button", "Keep");

  expect(root.querySelector(".past-question")).toBeNull();
  expect(discardLibrary).not.toHaveBeenCalled();
});
