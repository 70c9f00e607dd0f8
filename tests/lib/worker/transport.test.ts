import { MessageChannel } from "node:worker_threads";
import { afterEach, expect, it, vi } from "vitest";
import { createEvents } from "../../../lib/worker/events";
import type { Library } from "../../../lib/worker/protocol";
import { connectLibrary, type MessageEnd, serveLibrary } from "../../../lib/worker/transport";

const open: MessageChannel[] = [];
afterEach(() => {
  for (const channel of open.splice(0)) channel.port1.close();
});

/** A library served at one end of a real message channel, and connected at the other. */
function overChannel(commands: Partial<Library>) {
  const channel = new MessageChannel();
  open.push(channel);
  const { on, emit } = createEvents();
  serveLibrary(channel.port1 as unknown as MessageEnd, { on, ...commands } as Library);
  return { library: connectLibrary(channel.port2 as unknown as MessageEnd), emit };
}

it("carries a command over and its answer back", async () => {
  const { library } = overChannel({
    readArticle: async ({ id }) => (id === "a" ? null : Promise.reject(new Error("other"))),
  });

  expect(await library.readArticle({ id: "a" })).toBeNull();
});

it("carries a failure back with its message", async () => {
  const { library } = overChannel({ readArticle: async () => Promise.reject(new Error("the database is closed")) });

  await expect(library.readArticle({ id: "a" })).rejects.toThrow("the database is closed");
});

it("gives each caller its own answer, whatever their order", async () => {
  const waits = new Map<string, () => void>();
  const { library } = overChannel({
    unflag: ({ flagId }) => new Promise((resolve) => waits.set(flagId, () => resolve(flagId === "first"))),
  });

  const answers = Promise.all([library.unflag({ flagId: "first" }), library.unflag({ flagId: "second" })]);
  await vi.waitFor(() => expect(waits.size).toBe(2));
  waits.get("second")?.();
  waits.get("first")?.();

  expect(await answers).toEqual([true, false]);
});

it("tells events until the subscription ends", async () => {
  const { library, emit } = overChannel({ sync: async () => Promise.reject(new Error("unused")) });
  const heard: string[][] = [];
  const end = library.on("articlesChanged", ({ ids }) => heard.push(ids));

  emit("articlesChanged", { ids: ["a"] });
  await vi.waitFor(() => expect(heard).toEqual([["a"]]));
  end();
  emit("articlesChanged", { ids: ["b"] });
  await library.sync().catch(() => undefined);

  expect(heard).toEqual([["a"]]);
});
