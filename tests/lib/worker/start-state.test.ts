import { beforeEach, expect, it } from "vitest";
import { changeSettings, NO_SETTINGS, readSettings, type Settings } from "../../../lib/db/settings-database";
import { endFirstRun, noteFirstStart, noteTold, startStateOf } from "../../../lib/worker/start-state";

const POLICY = { syncEndpoint: null as string | null, skipFirstRun: false, tellUpdates: true };
const CONNECTION = {
  ...{ libraryId: "l1", endpoint: "https://kb.example.com", token: "t1", agentId: null, agentName: null },
};

const settings = (more: Partial<Settings> = {}): Settings => ({ ...NO_SETTINGS, ...more });

beforeEach(() => changeSettings(() => settings()));

/** A panel opens: what it says, after what it notes. */
async function open(version: string, policy = POLICY) {
  const stored = await readSettings();
  await noteFirstStart(stored, version);
  return startStateOf(stored, policy, version);
}

it("shows the first steps to whoever is new, still after connecting, and never again after Done", async () => {
  expect((await open("0.1.0")).hasSteps).toBe(true);

  await changeSettings((current) => ({ ...current, connection: CONNECTION }));
  expect((await open("0.1.0")).hasSteps).toBe(true);

  await endFirstRun();
  expect((await open("0.1.0")).hasSteps).toBe(false);
  await changeSettings((current) => ({ ...current, connection: null }));
  expect((await open("0.1.0")).hasSteps).toBe(false);
});

it("shows no first steps to somebody who was connected before there were any", async () => {
  await changeSettings(() => settings({ connection: CONNECTION }));

  expect((await open("0.2.0")).hasSteps).toBe(false);
  await changeSettings((current) => ({ ...current, connection: null }));
  expect((await open("0.2.0")).hasSteps).toBe(false);
});

it("shows no first steps where the administrator leaves them out", async () => {
  expect((await open("0.1.0", { ...POLICY, skipFirstRun: true })).hasSteps).toBe(false);
});

it("says that the address is set where the administrator has set it", async () => {
  expect((await open("0.1.0", { ...POLICY, syncEndpoint: "https://kb.example.com" })).isEndpointSet).toBe(true);
});

it("tells of an update until it was dismissed, and of nothing at the first start", async () => {
  expect((await open("0.1.0")).updatedTo).toBeNull();
  expect((await open("0.1.0")).updatedTo).toBeNull();

  expect((await open("0.2.0")).updatedTo).toBe("0.2.0");
  expect((await open("0.2.0")).updatedTo).toBe("0.2.0");

  await noteTold("0.2.0");
  expect((await open("0.2.0")).updatedTo).toBeNull();
});

it("tells of no update where the administrator does not want it", async () => {
  await open("0.1.0");

  expect((await open("0.2.0", { ...POLICY, tellUpdates: false })).updatedTo).toBeNull();
});
