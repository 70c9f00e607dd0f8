/** Notices of the team. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("de");

export const notice: Text["notice"] = {
  title: "Hinweise zu diesem Ticket",
  severities: { info: "Gut zu wissen", important: "Wichtig", critical: "Kritisch" },
  since: (day, kind) => (kind === "date" ? `Seit dem ${day}` : `Seit ${day}`),
  from: (day, kind) => (kind === "date" ? `Ab dem ${day}` : `Ab ${day}`),
  quoted: (words) => `„${words}“`,
  because: (cues) => `Angezeigt wegen ${cues}`,
  changed: "Geändert, seit Sie ihn gelesen haben",
  speaksOf: "Siehe Hinweis oben",
  condition: "Bedingung:",
  more: "Mehr",
  less: "Weniger",
  understood: "Verstanden",
  notHere: "Nicht für dieses Ticket",
  mute: "Bis zur nächsten Änderung ausblenden",
  handled: {
    understood: (title) => `Verstanden: ${title}`,
    aside: (title) => `Für dieses Ticket ausgeblendet: ${title}`,
    muted: (title) => `Bis zur nächsten Änderung ausgeblendet: ${title}`,
  },
  undo: "Rückgängig",
  notSaved: "Das konnte nicht gespeichert werden. Versuchen Sie es noch einmal.",
  others: counted({ one: "# weiterer Hinweis", other: "# weitere Hinweise" }),
  fewer: "Weniger Hinweise",
  all: (count) => `Alle Hinweise (${count})`,
  announced: (title) => `Kritischer Hinweis: ${title}`,
  keys: { understood: "Hinweis verstanden", notHere: "Hinweis nicht für dieses Ticket" },
  pageTitle: "Alle Hinweise",
  pageHint: "Was Ihr Team mitgeteilt hat und noch gilt, das Neueste zuerst.",
  none: "Zurzeit keine Hinweise",
  failed: "Die Hinweise konnten nicht gelesen werden",
  published: (ago) => `Veröffentlicht: ${ago}`,
  states: { understood: "Verstanden", muted: "Ausgeblendet", aside: "Für dieses Ticket ausgeblendet" },
  showAgain: "Wieder zeigen",
  badge: {
    count: counted({ one: "# Hinweis", other: "# Hinweise" }),
    title: (count, ticketId, first) => `${count} zu Ticket Nr. ${ticketId}: ${first}`,
  },
};
