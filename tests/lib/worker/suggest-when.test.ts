import { beforeEach, expect, it } from "vitest";
import type { SuggestWhen } from "../../../lib/contract/suggest-when";
import { certaintyOf } from "../../../lib/ranking/confidence";
import { createTestServer, type TestServer } from "../../server/support";
import { ticket } from "../builders";
import { openTestLibrary, type TestLibrary } from "./support";

let server: TestServer;
let library: TestLibrary;

beforeEach(async () => {
  server = await createTestServer();
  library = openTestLibrary(server, await server.addAgent());
});

const asked = ticket({ subject: "Question about a cable", text: "Do you sell green cables for bicycles?" });

async function fill(): Promise<void> {
  const metadata = { language: "en" };
  await server.importLines(
    { _id: "router", title: "Router shows a red light", text: "There is no line. Check the cable.", metadata },
    { _id: "debit", title: "Change the direct debit date", text: "Choose another day of the month.", metadata },
  );
  await library.sync();
}

it.each<SuggestWhen>(["rarely", "balanced", "often"])(
  "when told %s, shows what is that sure and no more",
  async (when) => {
    await fill();

    const answer = await library.suggest({ ticket: asked, droppedTerms: [], suggestWhen: when });

    const certainty = certaintyOf(answer.probability ?? -1, when);
    expect(answer.certainty).toBe(certainty);
    expect(answer.status).toBe(certainty === null ? "nothingFits" : "found");
  },
);

it("is balanced unless told", async () => {
  await fill();

  const untold = await library.suggest({ ticket: asked, droppedTerms: [] });

  expect(untold).toEqual(await library.suggest({ ticket: asked, droppedTerms: [], suggestWhen: "balanced" }));
});

it("says nothing of how sure it is without any article", async () => {
  const answer = await library.suggest({ ticket: asked, droppedTerms: [] });

  expect(answer).toMatchObject({ status: "libraryEmpty", certainty: null, probability: null });
});
