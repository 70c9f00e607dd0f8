/** A living replica of Zammad's classic page: the hash decides, only the open task's pane is in the page. */
import type { ReplicaMessage, ReplicaTicket } from "../replicas/desk";

const CLASSES = { customer: "customer", agent: "agent", bot: "system", note: "agent is-internal" } as const;

const escapeHtml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function article(ticketId: string, { role, sentAt, text = "", html }: ReplicaMessage, index: number): string {
  const id = Number(ticketId) * 100 + index;
  return `<div class="ticket-article-item ${CLASSES[role]}" data-id="${id}" id="article-${id}">
  <div class="textBubble"><div class="textBubble-content"><div class="richtext-content">${html ?? escapeHtml(text)}</div></div></div>
  <div class="article-meta bottom hide"><svg class="icon icon-email article-meta-icon"></svg></div>
  <a href="#ticket/zoom/${ticketId}/${id}"><time class="humanTimeFromNow" datetime="${sentAt}">some time ago</time></a>
</div>`;
}

function pane({ id, subject, tags, messages }: ReplicaTicket): string {
  const links = tags.map((tag) => `<li><a href="#" class="js-tag">${escapeHtml(tag)}</a></li>`).join("");
  return `<div id="content_permanent_Ticket-${id}" class="content active">
<div class="ticketZoom-header"><div class="ticket-title"><div class="js-objectTitle" contenteditable="true">${escapeHtml(subject)}</div></div>
<small class="ticket-number">48${id}</small></div>
<div class="ticket-article">${messages.map((message, index) => article(id, message, index)).join("")}</div>
<form class="article-add is-public" data-type="email"><div class="textBubble">
<div class="richtext-content" contenteditable="true" data-name="body"><div><br></div><div data-signature="true">Mara, Acme Support</div></div>
</div></form>
<div class="sidebar"><fieldset class="edit"></fieldset><div class="tags"><ul>${links}</ul></div></div>
</div>`;
}

const SCRIPT = `
const { panes, switchAfterMs } = JSON.parse(document.getElementById("desk-options").textContent);
const app = document.getElementById("app");
const kept = new Map();
function elementOf(id) {
  if (!kept.has(id)) {
    const holder = document.createElement("div");
    holder.innerHTML = panes[id] ?? '<div id="content_permanent_TicketOverview" class="content active">Overview</div>';
    kept.set(id, holder.firstElementChild);
  }
  return kept.get(id);
}
function show() {
  const id = /^#ticket\\/zoom\\/(\\d+)/.exec(location.hash)?.[1] ?? "overview";
  app.replaceChildren(elementOf(id));
}
window.addEventListener("hashchange", () => setTimeout(show, switchAfterMs));
show();`;

/** One HTML page. The pane of the task left is taken out, and kept, so long after the address has changed. */
export function renderZammad(tickets: ReplicaTicket[], switchAfterMs: number): string {
  const panes = Object.fromEntries(tickets.map((ticket) => [ticket.id, pane(ticket)]));
  const links = tickets.map(({ id, subject }) => `<a href="#ticket/zoom/${id}">${escapeHtml(subject)}</a>`).join("");
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Acme Support</title><style>.hide { display: none }</style></head>
<body>
<nav class="tasks"><a href="#ticket/view/my_assigned">Overviews</a>${links}</nav>
<div id="app"></div>
<script type="application/json" id="desk-options">${JSON.stringify({ panes, switchAfterMs }).replaceAll("<", "\\u003c")}</script>
<script>${SCRIPT}</script>
</body>
</html>
`;
}
