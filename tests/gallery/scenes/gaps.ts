import type { Library } from "../../../lib/worker/protocol";
import { createGap } from "../../components/support";
import { library, NOTHING, press, type Scene, soon, type, UNSURE } from "../scene";

const proposing: Partial<Library> = {
  proposeGap: async () => ({
    terms: ["wrapping", "gift", "carton", "delivery", "sustainability", "ribbon"],
    language: "en",
  }),
  reportGap: async ({ terms }) => createGap({ terms }),
};

const lacking = () => library(NOTHING, {}, proposing);

async function openForm(root: HTMLElement): Promise<void> {
  press(root, "[data-action=gap]");
  await soon();
}

async function report(root: HTMLElement): Promise<void> {
  await openForm(root);
  press(root, "[data-action=send-gap]");
}

async function typeNoWord(root: HTMLElement): Promise<void> {
  await openForm(root);
  const field = root.querySelector<HTMLInputElement>(".gap-add input");
  if (!field) return;
  field.value = "order 4711";
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await soon();
  press(root, "[data-action=send-gap]");
}

/** Reporting what no article covers. */
export const gapScenes: Record<string, Scene> = {
  gapForm: { library: lacking(), act: openForm },
  gapFormFrench: { library: lacking(), act: openForm, language: "fr" },
  gapFormEmpty: { library: library(NOTHING), act: openForm },
  gapRefusedWord: { library: lacking(), act: typeNoWord },
  gapReported: { library: lacking(), act: report },
  gapReportedFrench: { library: lacking(), act: report, language: "fr" },
  gapUnderMaybe: { library: library({ ...UNSURE, suggestions: UNSURE.suggestions.slice(0, 1) }, {}, proposing) },
  gapUnderMaybeOpen: {
    library: library({ ...UNSURE, suggestions: UNSURE.suggestions.slice(0, 1) }, {}, proposing),
    act: openForm,
  },
  gapAfterSearch: {
    library: library(NOTHING, {}, proposing),
    act: async (root) => {
      type(root, "xyz wrapping");
      await soon();
    },
  },
};
