import { expect, it } from "vitest";
import type { Connection } from "../../../lib/db/settings-database";
import { createPanelLibrary } from "../../../lib/worker/panel-library";
import type { Library } from "../../../lib/worker/protocol";

const CONNECTION: Connection = {
  libraryId: "library-1",
  endpoint: "https://kb.example.com",
  token: "t1",
  agentId: "noor",
  agentName: "Noor Haddad",
};

function panel() {
  const workers: { messages: unknown[]; isTerminated: boolean }[] = [];
  const opened: (Library | null)[] = [];
  const createWorker = () => {
    const worker = { messages: [] as unknown[], isTerminated: false };
    workers.push(worker);
    return {
      postMessage: (message: unknown) => worker.messages.push(message),
      addEventListener: () => undefined,
      terminate: () => {
        worker.isTerminated = true;
      },
    };
  };
  return { workers, opened, ...createPanelLibrary(createWorker, "0.1.0", (library) => opened.push(library)) };
}

it("opens a worker and tells it which library it is", () => {
  const { workers, opened, follow } = panel();

  follow(CONNECTION, true);

  const { libraryId, endpoint, token } = CONNECTION;
  expect(workers[0]?.messages).toContainEqual({ libraryId, endpoint, token, clientVersion: "0.1.0" });
  expect(opened).toHaveLength(1);
});

it("leaves the worker alone when something else in the settings changed", () => {
  const { workers, opened, follow } = panel();
  follow(CONNECTION, true);

  follow({ ...CONNECTION, agentName: "Noor H." }, true);

  expect(workers).toHaveLength(1);
  expect(opened).toHaveLength(1);
});

it("tells the library whether learning is shared, each time the settings were read", () => {
  const { workers, follow } = panel();
  follow(CONNECTION, true);

  follow(CONNECTION, false);

  const told = workers[0]?.messages.slice(1);
  expect(told).toMatchObject([
    { command: "followLearningSettings", argument: { sharesLearning: true } },
    { command: "followLearningSettings", argument: { sharesLearning: false } },
  ]);
});

it("ends the worker of an earlier connection before it opens another", () => {
  const { workers, follow } = panel();
  follow(CONNECTION, true);

  follow({ ...CONNECTION, libraryId: "library-2", endpoint: "https://other.example.com" }, true);

  expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
});

it("has no library without a connection", () => {
  const { workers, opened, follow } = panel();
  follow(CONNECTION, true);

  follow(null, true);

  expect(opened.at(-1)).toBeNull();
  expect(workers[0]?.isTerminated).toBe(true);
});
