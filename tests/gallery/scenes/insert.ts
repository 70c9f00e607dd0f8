import type { PageActions } from "../../../lib/browser/page-actions";
import type { ReplyChannel } from "../../../lib/page-commands";
import { pageWith } from "../../components/support";
import { library, press, type Scene, soon, type } from "../scene";

function askingFor(channel: ReplyChannel): Partial<PageActions> {
  return { insert: async () => ({ outcome: "askFirst", channel }) };
}

/** Putting links and answers into the reply. */
export const insertScenes: Record<string, Scene> = {
  askFirst: {
    library: library(),
    actions: askingFor("public"),
    act: (root) => press(root, "[data-card=refund] [data-action=insert-link]"),
  },
  askFirstAnswer: {
    library: library(),
    actions: askingFor("unknown"),
    act: async (root) => {
      press(root, "[data-card=refund] [data-action=open]");
      await soon();
      press(root, "[data-action=insert-link]");
    },
  },
  inserted: { library: library(), act: (root) => press(root, "[data-action=insert-link]") },
  insertedNote: {
    library: library(),
    actions: { insert: async () => ({ outcome: "inserted", channel: "note", editor: "ckeditor" }) },
    act: (root) => press(root, "[data-action=insert-link]"),
  },
  notInserted: {
    library: library(),
    actions: { insert: async () => ({ outcome: "notInserted", reason: "noEditor" }) },
    act: (root) => press(root, "[data-action=insert-link]"),
  },
  notInsertedNotCopied: {
    library: library(),
    actions: { insert: () => Promise.reject(new Error("gone")) },
    copyText: () => Promise.reject(new Error("no focus")),
    act: (root) => press(root, "[data-action=insert-link]"),
  },
  insertNoTicket: {
    library: library(),
    page: pageWith(null),
    act: async (root) => {
      type(root, "refund");
      await soon();
      press(root, "[data-action=insert-link]");
    },
  },
};
