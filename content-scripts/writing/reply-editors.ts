/**
 * The reply editors of one helpdesk, as data: where they are, how text gets into them, and how the page tells who will
 * read it. The code that runs the data knows no helpdesk.
 */
import type { ReplyChannel } from "../../lib/page-commands";
import type { ElementStrategy } from "../adapter";

/** An editable element. Into `plain` ones only text is written. */
export type EditorStrategy = ElementStrategy & { flavour: "rich" | "plain" };

/**
 * Fits when the selector finds something shown in the editor's own block and, where an attribute is named, all that is
 * found has a value that fits. Never inside an editable.
 */
export type ChannelRule = ElementStrategy & {
  attribute?: string;
  pattern?: string;
  channel: ReplyChannel;
};

export type ReplyEditors = {
  /** Where editors are looked for: in the ticket's root, or in a page that holds one ticket only. */
  within: "root" | "document";
  editors: EditorStrategy[];
  /** What surrounds one editor and tells what it is for. One that holds two tells of neither. */
  block: string;
  /** First that fits decides; none: `public` for a plain editor where so said, else `unknown`. */
  channels: ChannelRule[];
  plainIsPublic: boolean;
  /** `paste`: the editor has a model of its own, fed by paste events. `command`: it reads its own DOM. */
  writeBy: "paste" | "command";
  /** How lines and quotes are marked up in rich editors. */
  markup: { lines: "paragraphs" | "breaks"; quote: "blockquote" | "marks" };
  /** Inside the editable, below what the agent writes: signature and quoted mail. */
  below: string[];
  /** Of these, where no caret is respected. */
  quoted: string[];
};
