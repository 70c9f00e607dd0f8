/** How the reply editors of a living replica behave. Read by `living/zendesk-composer.js` and `living/freshdesk-editor.js`. */
export type EditorOptions = {
  /**
   * Zendesk. `simple`: an editable without any script. `model`: puts direct changes of its DOM back and takes paste
   * events. `real`: CKEditor, with `renderDeskWithCkeditor`. `missing`: a closed ticket, no composer.
   */
  composer?: "simple" | "model" | "real" | "missing";
  /** Zendesk: the channel composers start with; `messaging` and `chat` are plain text. Null: the button does not say. */
  channel?: string | null;
  /** What an agent has written before, as HTML, by ticket id. */
  drafts?: Record<string, string>;
  /** Freshdesk: what stands below the draft. */
  signatureHtml?: string;
  quotedHtml?: string;
  /** Freshdesk: whether fields around the editor tell reply and note apart. */
  showsChannel?: boolean;
  /** False: the editor puts out again, within 100 ms, what was not typed. */
  holds?: boolean;
  /** False: the real composer knows no links. */
  takesLinks?: boolean;
};
