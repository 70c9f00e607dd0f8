import type { ReplyChannel } from "../../lib/page-commands";
import { findAll, isShown } from "../engine/find";
import type { PageScope } from "../engine/page-scope";
import { pattern } from "../engine/pattern";
import { EDITABLE, type FoundEditor } from "./find-editor";
import type { ChannelRule, ReplyEditors } from "./reply-editors";

/**
 * What surrounds this editor and no other; null when nothing known does. A pane may hold editors for other readers
 * (mails to third parties), and what stands elsewhere in it tells nothing of them.
 */
function ownBlock(page: PageScope, selector: string, editor: Element): Element | null {
  const block = editor.closest(selector);
  if (block === null) return null;
  const others = findAll(block, EDITABLE, page.untrusted).filter((other) => !other.contains(editor) && isShown(other));
  return others.length === 0 ? block : null;
}

function fits(page: PageScope, block: Element | null, rule: ChannelRule): boolean {
  const shown = block === null ? [] : findAll(block, rule.selector, page.untrusted).filter(isShown);
  if (shown.length === 0) return false;
  const { attribute, pattern: wanted } = rule;
  if (attribute === undefined || wanted === undefined) return true;
  return shown.every((element) => pattern(wanted).test(element.getAttribute(attribute) ?? ""));
}

/** Who reads what is written in an editor; `unknown` when the page does not tell in a way that is known. */
export function readChannel(page: PageScope, editors: ReplyEditors, editor: FoundEditor): ReplyChannel {
  const block = ownBlock(page, editors.block, editor.element);
  const rule = editors.channels.find((candidate) => fits(page, block, candidate));
  if (rule !== undefined) return rule.channel;
  return editor.flavour === "plain" && editors.plainIsPublic ? "public" : "unknown";
}
