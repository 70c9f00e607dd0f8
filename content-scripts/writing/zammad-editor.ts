/** The reply of Zammad's classic page: a plain editable element. Sources: docs/helpdesks/zammad.md. The desktop view's is not written to. */
import type { ReplyEditors } from "./reply-editors";

const FORM = ".article-add";

export const zammadEditors: ReplyEditors = {
  within: "root",
  editors: [
    {
      name: "article-body",
      lastSeen: "2025-01",
      selector: `${FORM} [contenteditable][data-name="body"]`,
      flavour: "rich",
    },
  ],
  block: FORM,
  // The page sets one of the two classes with the type of article and with the lock.
  channels: [
    { name: "internal", lastSeen: "2025-01", selector: `${FORM}.is-internal`, channel: "note" },
    { name: "public", lastSeen: "2025-01", selector: `${FORM}.is-public`, channel: "public" },
  ],
  plainIsPublic: false,
  writeBy: "command",
  markup: { lines: "breaks", quote: "blockquote" },
  below: ['[data-signature="true"]', "blockquote"],
  quoted: ["blockquote"],
};
