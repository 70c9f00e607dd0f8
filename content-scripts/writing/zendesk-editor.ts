/** Zendesk's composers: CKEditor 5, one per pane. docs/inserting.md says what nobody could verify. */
import type { ReplyEditors } from "./reply-editors";

const SWITCHER = '[data-test-id="omnichannel-channel-switcher-button"]';

/** Values of `data-channel` that customers read, as far as known; the list of all values is not. */
const PUBLIC_CHANNELS =
  "^(?:web|email|mail|api|public|messaging|native_messaging|chat|sms|text|whatsapp|facebook|twitter|any_channel|mobile_sdk)$";

export const zendeskEditors: ReplyEditors = {
  within: "root",
  editors: [
    {
      name: "omnicomposer-rich",
      lastSeen: "2026-01",
      selector: '[data-test-id="omnicomposer-rich-text-ckeditor"]',
      flavour: "rich",
    },
    {
      name: "omnicomposer-plain",
      lastSeen: "2026-01",
      selector: '[data-test-id="omnicomposer-plain-text-ckeditor"]',
      flavour: "plain",
    },
    {
      name: "standalone-rich",
      lastSeen: "2025-01",
      selector: '[data-test-id="standalone-rich-text-ckeditor"]',
      flavour: "rich",
    },
    {
      name: "rich-in-wrapper",
      lastSeen: "2025-01",
      selector:
        ':is([data-test-id="ticket-rich-text-editor"], .zendesk-editor--rich-text-container) .ck-editor__editable[role="textbox"]',
      flavour: "rich",
    },
  ],
  block: '[data-test-id="editor-view"], #editor-view',
  channels: [
    {
      name: "switcher-note",
      lastSeen: "2026-01",
      selector: SWITCHER,
      attribute: "data-channel",
      pattern: "^internal$",
      channel: "note",
    },
    {
      name: "switcher-public",
      lastSeen: "2026-01",
      selector: SWITCHER,
      attribute: "data-channel",
      pattern: PUBLIC_CHANNELS,
      channel: "public",
    },
  ],
  plainIsPublic: true,
  writeBy: "paste",
  markup: { lines: "paragraphs", quote: "blockquote" },
  below: [],
  quoted: [],
};
