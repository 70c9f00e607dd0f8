// A living replica of an agent workspace in which every open ticket stays mounted as a pane of its own.
(() => {
  const { options, labels, element, after, go, addressedId } = globalThis.deskKit;
  const { article, composer, fieldColumn } = globalThis.zendeskParts;
  const { delaysMs } = options;
  const is2023 = options.markup === "2023";
  const TICKET_PATH = "/agent/tickets/";
  const LIST_PATH = "/agent/filters/1";
  const main = document.getElementById("main_panes");
  const tabs = document.querySelector('[data-test-id="header-tablist"]');
  const open = new Map();
  let current = null;

  const ticketOf = (id) => options.tickets.find((ticket) => ticket.id === id);

  function fillLog(log, ticket, shown) {
    const oldest = Math.max(0, ticket.messages.length - shown);
    const articles = ticket.messages.slice(oldest).map((message, index) => article(message, oldest + index, ticket));
    const more = element(
      "button",
      { "data-test-id": "convolog-show-more-button", class: "quiet-button", type: "button" },
      labels.showMore,
    );
    more.addEventListener("click", () => {
      after(delaysMs.showMore, () => {
        const from = Math.max(0, oldest - options.newestShown);
        const older = ticket.messages
          .slice(from, oldest)
          .map((message, index) => article(message, from + index, ticket));
        fillLog(log, ticket, shown + older.length);
      });
    });
    log.replaceChildren(
      element("div", { id: `convo_log_sentinel_1_${ticket.id}`, "data-test-id": "convo_log_sentinel_1" }),
      ...(oldest > 0 ? [more] : []),
      ...articles,
      element("div", { id: `convo_log_sentinel_2_${ticket.id}`, "data-test-id": "convo_log_sentinel_2" }),
    );
    log.dataset.shown = String(shown);
  }

  /** Adds a pane for a ticket and draws it in steps, as slowly as the options say. */
  function mount(ticket) {
    const column = element("div", {
      "data-test-id": "column-2",
      class: "component-type-MainConversationPane conversation",
    });
    const pane = element(
      "div",
      {
        "data-test-id": is2023 ? null : `ticket-${ticket.id}-${options.layout}-layout`,
        class: "ticket-panes-grid-layout",
      },
      element(
        "div",
        { "data-ticket-id": ticket.id, "data-side-conversations-anchor-id": ticket.id, class: "pane" },
        fieldColumn(ticket),
        column,
      ),
    );
    const state = { pane, log: null, tab: null };
    open.set(ticket.id, state);
    main.append(pane);
    const header = element("header", { class: "ticket-header" });
    const logContainer = element("div", { "data-test-id": "omni-log-container", class: "log" });
    after(delaysMs.subject, () => {
      const subject = element("input", {
        "data-test-id": "omni-header-subject",
        class: "subject",
        "aria-label": labels.subject,
      });
      subject.value = ticket.subject;
      header.append(subject, element("span", { class: "faint" }, `#${ticket.id}`));
      column.prepend(header);
    });
    after(delaysMs.log, () => {
      state.log = element("div", { role: "log" });
      logContainer.append(state.log);
      column.append(logContainer, composer());
    });
    after(delaysMs.messages, () => {
      if (state.log !== null) fillLog(state.log, ticket, options.newestShown);
    });
    state.tab = addTab(ticket);
    return state;
  }

  function addTab(ticket) {
    const closer = element("button", { class: "tab-close", type: "button", "aria-label": labels.close }, "×");
    closer.addEventListener("click", (event) => {
      event.stopPropagation();
      closeTicket(ticket.id);
    });
    const tab = element(
      "div",
      {
        "data-test-id": "header-tab",
        "data-entity-id": ticket.id,
        "data-entity-type": "TICKET_ENTITY_TYPE",
        role: "tab",
        tabindex: "0",
        class: "tab",
      },
      element(
        "span",
        { "data-test-id": "header-tab-title", title: ticket.subject, class: "tab-title" },
        ticket.subject,
      ),
      element("span", { "data-test-id": "header-tab-subtitle", class: "faint" }, `#${ticket.id}`),
      closer,
    );
    tab.addEventListener("click", () => openTicket(ticket.id));
    tabs.append(tab);
    return tab;
  }

  function activate(id) {
    current = id;
    for (const [ticketId, { pane, tab }] of open) {
      const isActive = ticketId === id;
      if (is2023) pane.classList.toggle("active", isActive);
      else pane.setAttribute("data-is-active", String(isActive));
      pane.style.visibility = isActive ? "" : "hidden";
      tab.setAttribute("data-entity-is-selected", String(isActive));
    }
    document.getElementById("list").hidden = id !== null;
    document.title = id === null ? options.account : `${ticketOf(id).subject} – ${options.account}`;
  }

  function openTicket(id) {
    if (!open.has(id)) mount(ticketOf(id));
    const path = TICKET_PATH + id;
    if (options.switchOrder === "paneFirst") {
      activate(id);
      after(delaysMs.pane, () => go(path));
    } else {
      go(path);
      after(delaysMs.pane, () => activate(id));
    }
  }

  function openList() {
    go(LIST_PATH);
    activate(null);
  }

  function closeTicket(id) {
    const state = open.get(id);
    if (state === undefined) return;
    open.delete(id);
    const next = [...open.keys()].at(-1) ?? null;
    if (current === id && next !== null) openTicket(next);
    else if (current === id) openList();
    state.pane.remove();
    state.tab.remove();
  }

  function addMessage(id, message) {
    const ticket = ticketOf(id);
    ticket.messages.push(message);
    const log = open.get(id)?.log;
    const sentinel = log?.querySelector('[data-test-id="convo_log_sentinel_2"]');
    sentinel?.before(article(message, ticket.messages.length - 1, ticket));
  }

  function fillList() {
    const rows = options.tickets.map((ticket) => {
      const link = element("a", { href: `tickets/${ticket.id}` }, ticket.subject);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        openTicket(ticket.id);
      });
      return element("li", null, element("span", { class: "faint" }, `#${ticket.id}`), link);
    });
    document.querySelector("#list ul").replaceChildren(...rows);
  }

  function openAddress() {
    const id = addressedId(TICKET_PATH);
    if (id !== null && !open.has(id)) mount(ticketOf(id));
    activate(id);
  }

  fillList();
  for (const ticket of options.tickets) mount(ticket);
  document.querySelector(".rail-list").addEventListener("click", openList);
  window.addEventListener("popstate", openAddress);
  window.replica = { openTicket, openList, closeTicket, addMessage };
  const startId = addressedId(TICKET_PATH) ?? (location.pathname.startsWith("/agent/") ? null : options.openTicketId);
  activate(startId);
})();
