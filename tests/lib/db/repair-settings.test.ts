import { createStore, set } from "idb-keyval";
import { expect, it } from "vitest";
import { repairSettings } from "../../../lib/db/repair-settings";
import { readSettings } from "../../../lib/db/settings-database";

const store = createStore("souffleur-settings", "settings");
const CONNECTION = {
  ...{ libraryId: "l1", endpoint: "https://kb.example.com", token: "t1" },
  ...{ agentId: "noor", agentName: "Noor Haddad" },
};

async function repaired(stored: unknown) {
  await set("settings", stored, store);
  await expect(readSettings()).rejects.toThrow();
  await repairSettings();
  return readSettings();
}

it("keeps each entry that can still be read", async () => {
  const settings = await repaired({
    ...{ connection: CONNECTION, pastLibraries: [], interfaceLanguage: "fr" },
    ...{ suggestWhen: "sometimes", shareLearning: false },
  });

  expect(settings).toMatchObject({ connection: CONNECTION, interfaceLanguage: "fr", shareLearning: false });
  expect(settings.suggestWhen).toBe("balanced");
});

it("keeps the library of a connection whose token is lost as a past one, beside those that were", async () => {
  const { token: _, ...damaged } = CONNECTION;
  const past = { libraryId: "l0", endpoint: "https://old.example.com", agentId: null };

  const settings = await repaired({ connection: damaged, pastLibraries: [past, "rubbish"], interfaceLanguage: 7 });

  expect(settings.connection).toBeNull();
  expect(settings.pastLibraries).toEqual([
    past,
    { libraryId: "l1", endpoint: "https://kb.example.com", agentId: "noor" },
  ]);
});

it("begins anew where nothing can be read", async () => {
  const settings = await repaired("rubbish");

  expect(settings).toMatchObject({ connection: null, pastLibraries: [], interfaceLanguage: null, readByApi: true });
});

it("changes nothing in settings of our form", async () => {
  await repaired("rubbish");
  const whole = { ...(await readSettings()), connection: CONNECTION };
  await set("settings", whole, store);

  await repairSettings();

  expect(await readSettings()).toEqual(whole);
});
