import { configureExtension } from "../../../scripts/browser/configure-extension";
import { expect, test } from "./fixtures";
import { PROBE_EXTENSION_DIR } from "./probe";

const CONNECTION = {
  libraryId: "acme",
  endpoint: "http://127.0.0.1:8787",
  token: "agent-token",
  agentId: "ines",
  agentName: "Inès Roy",
};

test.describe("in Chromium", () => {
  test.use({ extensionDir: PROBE_EXTENSION_DIR });

  test("keeps the connection when it is saved again with a language", async ({ extension }) => {
    await configureExtension(extension, { connection: CONNECTION });

    const settings = await configureExtension(extension, { connection: CONNECTION, interfaceLanguage: "fr" });

    expect(settings).toMatchObject({ connection: CONNECTION, pastLibraries: [], interfaceLanguage: "fr" });
  });
});

test("saves the connection in Firefox", async ({ firefox }) => {
  const settings = await configureExtension(firefox, { connection: CONNECTION });

  expect(settings.connection).toEqual(CONNECTION);
});
