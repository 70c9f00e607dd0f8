/** Which changes of a page can matter to the open ticket. Runs on every burst: no styles, no layout, few look-ups. */
import type { PageReading } from "./adapter";
import { isElement } from "./engine/find";
import type { MessageCache } from "./engine/read-messages";

/** Attributes whose change alone can change what a ticket says, who said it, or whether its pane is shown. */
export const WATCHED_ATTRIBUTES = [
  "aria-hidden",
  "aria-label",
  "class",
  "data-album",
  "data-is-active",
  "data-test-id",
  "data-test-is-agent",
  "data-ticket-id",
  "datetime",
  "hidden",
  "id",
  "style",
  "type",
  "value",
];

/** Beyond so many changes at once, reading costs less than looking at each of them. */
const MOST_CHANGES = 200;

/** Selectors of what matters: parts outside the root, messages (and marks of older ones), elements whose words are read. */
export type Relevance = { root: Element | null; landmarks: string; messages: string; texts: string };

const selectorsOf = (strategies: { selector: string }[]) => strategies.map(({ selector }) => selector);

/** Where a change of words alone is a change of the ticket. Elsewhere they are clocks: "5 minutes ago". */
function textSelectors({ identity, subject, tags, fields, channel, messages }: PageReading): string {
  const { id, sentAt, body } = messages;
  const values = [identity, subject, tags, fields, channel, id, sentAt].flat();
  const words = values.filter(({ read }) => read === "text" || read === "ownText");
  return selectorsOf([...body, ...words]).join(", ");
}

/** What to look for while ticket `ticketId` is in the address; `root` is to be set once it has been found. */
export function createRelevance(reading: PageReading, ticketId: string): Relevance {
  const outside = [...reading.identity, ...reading.subject, ...reading.tags, ...reading.fields];
  const inDocument = outside.filter(({ within }) => within === "document");
  const roots = reading.root.map(({ selector }) => selector.replaceAll("{id}", ticketId));
  const { opening, elements, older } = reading.messages;
  return {
    root: null,
    landmarks: [...roots, ...selectorsOf(inDocument)].join(", "),
    messages: [...selectorsOf([...opening, ...elements]), ...older].join(", "),
    texts: textSelectors(reading),
  };
}

function bringsLandmark(nodes: NodeList, landmarks: string): boolean {
  return [...nodes].some((node) => isElement(node) && (node.matches(landmarks) || node.querySelector(landmarks)));
}

function isRelevant({ type, target, attributeName, addedNodes }: MutationRecord, relevance: Relevance): boolean {
  const { root, landmarks, messages } = relevance;
  const element = isElement(target) ? target : target.parentElement;
  // Without an element the change is in a shadow root.
  if (element === null) return true;
  if (element.closest("[contenteditable]")) return false;
  if (root === null || !root.isConnected || element.getRootNode() !== root.getRootNode()) return true;
  const isVisual = attributeName === "style" || attributeName === "class" || attributeName === "hidden";
  if (element === root || (element.contains(root) && type === "attributes")) return true;
  if (root.contains(element)) return !isVisual || element.matches(messages);
  const landmark = element.closest(landmarks);
  // What holds the root, as a last resort's `body` does, tells nothing about a change beside it.
  return (
    (landmark !== null && !landmark.contains(root)) || (type === "childList" && bringsLandmark(addedNodes, landmarks))
  );
}

/** A change that cannot be judged (a form whose fields hide its methods) counts. */
function mayMatter(change: MutationRecord, relevance: Relevance): boolean {
  try {
    return isRelevant(change, relevance);
  } catch {
    return true;
  }
}

const isText = (node: Node) => node.nodeType === 3;

function isClockwork({ type, target, addedNodes, removedNodes }: MutationRecord, texts: string): boolean {
  if (type === "attributes" || ![...addedNodes, ...removedNodes].every(isText)) return false;
  const element = isElement(target) ? target : target.parentElement;
  return element !== null && element.closest(texts) === null;
}

/** The changes without those of words that nobody reads: a page may count seconds in each of its messages. */
export function withoutClockwork(changes: MutationRecord[], { texts }: Relevance): MutationRecord[] {
  if (changes.length > MOST_CHANGES) return changes;
  try {
    return changes.filter((change) => !isClockwork(change, texts));
  } catch {
    // A form whose fields hide its methods.
    return changes;
  }
}

/** Forgets the messages that a burst of changes touches. */
export function forgetChanged(changes: MutationRecord[], cache: MessageCache): void {
  const seen = new Set<Node>();
  for (const { target } of changes) {
    for (let up: Node | null = target; up !== null && !seen.has(up); up = up.parentNode) {
      seen.add(up);
      if (isElement(up)) cache.delete(up);
    }
  }
}

/** Whether a burst of changes calls for a new reading. */
export function callsForReading(changes: MutationRecord[], relevance: Relevance): boolean {
  return changes.length > MOST_CHANGES || changes.some((change) => mayMatter(change, relevance));
}
