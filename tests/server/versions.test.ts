import { expect, test } from "vitest";
import { clientVersionSchema } from "../../lib/contract/me";
import packageJson from "../../package.json";
import { OLDEST_CLIENT, SERVER_VERSION } from "../../server/versions";

test("the server has the version of the package", () => {
  expect(SERVER_VERSION).toBe(packageJson.version);
});

test("the extension of this package is new enough for the server", () => {
  const [oldest, own] = [OLDEST_CLIENT, packageJson.version].map((version) => clientVersionSchema.parse(version));

  const inOrder = [own, oldest].sort((a = "", b = "") => a.localeCompare(b, "en", { numeric: true }));

  expect(inOrder[0]).toBe(oldest);
});
