import type { ReplyChannel } from "../../lib/page-commands";
import { findAll, isShown } from "../engine/find";
import { findInPage, type PageScope } from "../engine/page-scope";
import { pattern } from "../engine/pattern";
import type { FoundEditor } from "./find-editor";
import type { ChannelRule, ReplyEditors } from "./reply-editors";

function fits(page: PageScope, block: Element | null, rule: ChannelRule): boolean {
  const found =
    rule.within === "root"
      ? findInPage(page, rule.selector, undefined)
      : block === null
        ? []
        : findAll(block, rule.selector, page.untrusted);
  const shown = found.filter(isShown);
  if (shown.length === 0) return false;
  const { attribute, pattern: wanted } = rule;
  if (attribute === undefined || wanted === undefined) return true;
  return shown.every((element) => pattern(wanted).test(element.getAttribute(attribute) ?? ""));
}

/** Who reads what is written in an editor; `unknown` when the page does not tell in a way that is known. */
export function readChannel(page: PageScope, editors: ReplyEditors, editor: FoundEditor): ReplyChannel {
  const block = editor.element.closest(editors.block);
  const rule = editors.channels.find((candidate) => fits(page, block, candidate));
  if (rule !== undefined) return rule.channel;
  return editor.flavour === "plain" && editors.plainIsPublic ? "public" : "unknown";
}
