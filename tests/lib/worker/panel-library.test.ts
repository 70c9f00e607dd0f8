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

  follow(CONNECTION);

  const { libraryId, endpoint, token } = CONNECTION;
  expect(workers[0]?.messages).toEqual([{ libraryId, endpoint, token, clientVersion: "0.1.0" }]);
  expect(opened).toHaveLength(1);
});

it("leaves the worker alone when something else in the settings changed", () => {
  const { workers, opened, follow } = panel();
  follow(CONNECTION);

  follow({ ...CONNECTION, agentName: "Noor H." });

  expect(workers).toHaveLength(1);
  expect(opened).toHaveLength(1);
});

it("ends the worker of an earlier connection before it opens another", () => {
  const { workers, follow } = panel();
  follow(CONNECTION);

  follow({ ...CONNECTION, libraryId: "library-2", endpoint: "https://other.example.com" });

  expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
});

it("has no library without a connection", () => {
  const { workers, opened, follow } = panel();
  follow(CONNECTION);

  follow(null);

  expect(opened.at(-1)).toBeNull();
  expect(workers[0]?.isTerminated).toBe(true);
});
