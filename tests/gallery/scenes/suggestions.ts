import type { Library } from "../../../lib/worker/protocol";
import { createAnswer, createFakeLibrary, pageWith, ticketPage } from "../../components/support";
import { SUGGESTIONS } from "../articles";
import { FOUND, library, NOTHING, press, type Scene, soon, UNSURE } from "../scene";

/** A list that is held while other suggestions come. */
function held(language?: string): Scene {
  const answers = [FOUND, createAnswer({ suggestions: SUGGESTIONS.slice(2) })];
  const suggest: Library["suggest"] = async () => answers.shift() ?? FOUND;
  const { library: own, emit } = createFakeLibrary({ suggest });
  const act = async (root: HTMLElement) => {
    root.querySelector<HTMLElement>("[data-action=open]")?.focus();
    emit("articlesChanged", { ids: [] });
    await soon();
    await soon();
  };
  return { library: own, act, ...(language ? { language } : {}) };
}

export const suggestionScenes: Record<string, Scene> = {
  suggestions: { library: library() },
  french: { library: library(), language: "fr" },
  newer: held(),
  newerFrench: held("fr"),
  hover: { library: library(), act: (root) => root.querySelector<HTMLElement>("[data-action=open]")?.focus() },
  dropped: { library: library(), act: (root) => press(root, ".chip") },
  copied: { library: library(), act: (root) => press(root, "[data-action=copy-link]") },
  noLink: { library: library(), act: (root) => press(root, '[data-card=goodwill] [data-action="copy-link"]') },
  reading: { library: library(), page: pageWith({ state: "reading", helpdesk: "zendesk", ticketId: "4711" }) },
  keys: { library: library(), act: (root) => press(root, '[aria-keyshortcuts="?"]') },
  keysFrench: { library: library(), act: (root) => press(root, '[aria-keyshortcuts="?"]'), language: "fr" },
  maybe: { library: library(UNSURE) },
  maybeFrench: { library: library(UNSURE), language: "fr" },
  maybeOne: { library: library({ ...UNSURE, suggestions: SUGGESTIONS.slice(0, 1) }) },
  why: { library: library(), act: (root) => press(root, "[data-action=why]") },
  whyFrench: { library: library(UNSURE), act: (root) => press(root, "[data-action=why]"), language: "fr" },
  nothingFits: { library: library(NOTHING) },
  suggestFailed: { library: library(FOUND, {}, { suggest: () => Promise.reject(new Error("no worker")) }) },
  broken: { library: library(createAnswer({ suggestions: [{} as never] })) },
  longSubject: {
    library: library(),
    page: ticketPage({
      helpdesk: "freshdesk",
      id: "90210",
      subject: "Re: Fwd: AW: Still no answer about the second charge on my October invoice, please help me now",
    }),
  },
};
