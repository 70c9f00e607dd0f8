import { expect, it } from "vitest";
import type { Connection, Settings } from "../../../lib/db/settings-database";
import { type ChosenConnection, chooseConnection } from "../../../lib/worker/choose-connection";

const AT_WORK: Connection = {
  libraryId: "library-1",
  endpoint: "https://kb.example.com",
  token: "t1",
  agentId: "noor",
  agentName: "Noor Haddad",
};

const settings = (connection: Connection | null = AT_WORK): Settings => ({
  connection,
  pastLibraries: [],
  interfaceLanguage: null,
  readByApi: true,
  helpdeskHosts: [],
  suggestWhen: "balanced",
  shareLearning: true,
  firstRun: "done",
  toldVersion: "0.1.0",
});

function choose(before: Settings, chosen: Partial<ChosenConnection>) {
  const agent = { id: "noor", name: "Noor Haddad" };
  return chooseConnection(before, { endpoint: AT_WORK.endpoint, token: "t1", agent, ...chosen }, () => "new-library");
}

it("makes a library for the first endpoint", () => {
  expect(choose(settings(null), {}).connection).toEqual({ ...AT_WORK, libraryId: "new-library" });
});

it("keeps the library when the same agent gets a new token", () => {
  expect(choose(settings(), { token: "t2" }).connection).toMatchObject({ libraryId: "library-1", token: "t2" });
});

it("gives another endpoint a library of its own and keeps the old one without its token", () => {
  const after = choose(settings(), { endpoint: "https://other.example.com" });

  expect(after.connection?.libraryId).toBe("new-library");
  expect(after.pastLibraries).toEqual([{ libraryId: "library-1", endpoint: AT_WORK.endpoint, agentId: "noor" }]);
});

it("gives another agent of the same endpoint a library of their own", () => {
  const after = choose(settings(), { token: "t2", agent: { id: "ines", name: "Inès Roy" } });

  expect(after.connection?.libraryId).toBe("new-library");
});

it("goes back to the library of an endpoint that was in use before", () => {
  const away = choose(settings(), { endpoint: "https://other.example.com" });

  const back = choose(away, {});

  expect(back.connection?.libraryId).toBe("library-1");
  expect(back.pastLibraries.map(({ libraryId }) => libraryId)).toEqual(["new-library"]);
});

it("keeps library and agent when the same address is saved again while the server is away", () => {
  expect(choose(settings(), { agent: null })).toEqual(settings());
});

it("does not hand a library to a token nobody could check", () => {
  expect(choose(settings(), { token: "t2", agent: null }).connection).toMatchObject({
    libraryId: "new-library",
    agentId: null,
  });
});
