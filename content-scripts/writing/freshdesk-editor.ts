/** Freshdesk's reply and note editors: Froala, absent until the agent opens one. docs/inserting.md says what is a guess. */
import type { ReplyEditors } from "./reply-editors";

const QUOTED = [".freshdesk_quote", ".x_freshdesk_quote", ".gmail_quote", ".quoted-content-width-limit", "blockquote"];

export const freshdeskEditors: ReplyEditors = {
  within: "document",
  editors: [
    {
      name: "froala-in-ticket-editor",
      lastSeen: "2026-01",
      selector: ".ticket-editor .fr-element.fr-view",
      flavour: "rich",
    },
    {
      name: "froala-in-rich-editor",
      lastSeen: "2026-01",
      selector: ".rich-editor .fr-element.fr-view",
      flavour: "rich",
    },
    { name: "froala", lastSeen: "2026-01", selector: 'div.fr-element.fr-view[role="textbox"]', flavour: "rich" },
  ],
  block: ".ticket-editor, .rich-editor",
  // Attributes of the fields around an editor are guesses: what they do not tell is asked of the agent.
  channels: [
    {
      name: "recipients",
      lastSeen: "2026-01",
      selector: ':is([data-test-id="to-emails"], [data-test-id="cc-emails"], [data-test-id="bcc-emails"])',
      channel: "public",
    },
    {
      name: "private-toggle",
      lastSeen: "2026-01",
      selector: ':is([role="switch"], [role="checkbox"])[data-test-id*="private"]',
      attribute: "aria-checked",
      pattern: "^true$",
      channel: "note",
    },
    {
      name: "public-toggle",
      lastSeen: "2026-01",
      selector: ':is([role="switch"], [role="checkbox"])[data-test-id*="private"]',
      attribute: "aria-checked",
      pattern: "^false$",
      channel: "public",
    },
  ],
  plainIsPublic: false,
  writeBy: "command",
  // A plain blockquote is what Freshdesk folds away as quoted mail.
  markup: { lines: "breaks", quote: "marks" },
  below: [...QUOTED, ".gmail_signature", ".mb_sig", '[class*="signature"]', '[id*="signature"]'],
  quoted: QUOTED,
};
