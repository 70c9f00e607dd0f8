// A living replica of an agent workspace in which every open ticket stays mounted as a pane of its own.
(() => {
  const { options, labels, element, after, go, addressedId, addressedPage, change } = globalThis.deskKit;
  const { fieldColumn, appColumn } = globalThis.zendeskParts;
  const { composer } = globalThis.zendeskComposer;
  const { createLog } = globalThis.zendeskLog;
  const pages = globalThis.zendeskPages;
  const { delaysMs } = options;
  const is2023 = options.markup === "2023";
  const TICKET_PATH = "/agent/tickets/";
  const main = document.getElementById("main_panes");
  const tabs = document.querySelector('[data-test-id="header-tablist"]');
  /** What is mounted, by ticket id or name of page: its element, and where it has them a log, a tab, a title. */
  const open = new Map();
  let current = null;
  /** Half a switch must not be completed once another has begun. */
  let switching = 0;

  const ticketOf = (id) => options.tickets.find((ticket) => ticket.id === id);

  function ticketHeader(ticket) {
    const subject = element("input", {
      "data-test-id": "omni-header-subject",
      class: "subject",
      "aria-label": labels.subject,
    });
    subject.value = ticket.subject;
    return element("header", { class: "ticket-header" }, subject, element("span", { class: "faint" }, `#${ticket.id}`));
  }

  /** Draws a ticket into its column in steps, as slowly as the options say. */
  function drawInSteps(column, ticket, state) {
    const scroller = element("div", { "data-test-id": "omni-log-container", class: "log" });
    after(delaysMs.subject, () => column.prepend(ticketHeader(ticket)));
    after(delaysMs.log, () => {
      const log = createLog(ticket);
      state.log = log;
      scroller.append(log.element);
      scroller.addEventListener("scroll", () => options.olderBy === "scroll" && log.followScrolling(scroller));
      column.append(scroller, composer(ticket));
    });
    after(delaysMs.messages, () => {
      state.log?.drawNewest();
      if (options.olderBy === "scroll") scroller.scrollTop = scroller.scrollHeight;
    });
  }

  /** Adds a pane for a ticket. */
  function mount(ticket) {
    const column = element("div", {
      "data-test-id": "column-2",
      class: "component-type-MainConversationPane conversation",
    });
    const pane = element(
      "div",
      {
        "data-test-id": is2023 ? null : `ticket-${ticket.id}-${ticket.layout ?? options.layout}-layout`,
        class: "ticket-panes-grid-layout",
      },
      element(
        "div",
        { "data-ticket-id": ticket.id, "data-side-conversations-anchor-id": ticket.id, class: "pane" },
        ...[fieldColumn(ticket), column, appColumn()].filter((part) => part !== null),
      ),
    );
    const state = { pane, log: null, title: ticket.subject };
    state.tab = addTab(ticket.id, ticket.id, ticket.subject, () => openTicket(ticket.id));
    open.set(ticket.id, state);
    show(state, false);
    main.append(pane);
    drawInSteps(column, ticket, state);
  }

  /** Adds the element of a page that is no ticket, and a tab where it has one. */
  function mountPage(page) {
    const pane = pages.make(page, openTicket);
    const state = { pane, log: null, title: pages.title(page), tab: null };
    const tabId = pages.TAB_IDS[page];
    if (tabId !== undefined) state.tab = addTab(page, tabId, state.title, () => openPage(page));
    open.set(page, state);
    show(state, false);
    main.append(pane);
  }

  function addTab(key, entityId, title, select) {
    const isTicket = key === entityId;
    const closer = element("button", { class: "tab-close", type: "button", "aria-label": labels.close }, "×");
    closer.addEventListener("click", (event) => {
      event.stopPropagation();
      close(key);
    });
    const tab = element(
      "div",
      {
        "data-test-id": "header-tab",
        "data-entity-id": entityId,
        "data-entity-type": isTicket ? "TICKET_ENTITY_TYPE" : null,
        role: "tab",
        tabindex: "0",
        class: "tab",
      },
      element("span", { "data-test-id": "header-tab-title", title, class: "tab-title" }, title),
      isTicket ? element("span", { "data-test-id": "header-tab-subtitle", class: "faint" }, `#${entityId}`) : null,
      closer,
    );
    tab.addEventListener("click", select);
    tabs.append(tab);
    return tab;
  }

  /** Hidden panes keep their place and size: only a style tells them from the one in front. */
  function show({ pane, tab }, isInFront) {
    if (is2023) pane.classList.toggle("active", isInFront);
    else pane.setAttribute("data-is-active", String(isInFront));
    pane.style.visibility = isInFront ? "" : "hidden";
    tab?.setAttribute("data-entity-is-selected", String(isInFront));
  }

  function activate(key) {
    current = key;
    for (const [mounted, state] of open) show(state, mounted === key);
    document.title = `${open.get(key)?.title ?? labels.allTickets} – ${options.account}`;
  }

  function moveTo(key, path) {
    switching += 1;
    const mine = switching;
    const inTime = (run) => after(delaysMs.pane, () => mine === switching && run());
    if (options.switchOrder === "paneFirst") {
      activate(key);
      inTime(() => go(path));
    } else {
      go(path);
      inTime(() => activate(key));
    }
  }

  function openTicket(id) {
    if (!open.has(id)) mount(ticketOf(id));
    moveTo(id, TICKET_PATH + id);
  }

  function openPage(page) {
    if (!open.has(page)) mountPage(page);
    if (page !== "list") return moveTo(page, pages.PATHS[page]);
    switching += 1;
    go(pages.PATHS.list);
    activate("list");
  }

  function close(key) {
    const state = open.get(key);
    if (state === undefined) return;
    open.delete(key);
    const next = [...open.keys()].filter((other) => open.get(other).tab !== null).at(-1);
    if (current === key && next === undefined) openPage("list");
    else if (current === key) (ticketOf(next) === undefined ? openPage : openTicket)(next);
    state.pane.remove();
    state.tab?.remove();
  }

  function addMessage(id, message) {
    ticketOf(id).messages.push(message);
    open.get(id)?.log?.addNewest();
  }

  function openAddress() {
    switching += 1;
    const id = addressedId(TICKET_PATH);
    const page = addressedPage(pages.PATHS) ?? "list";
    if (id !== null && !open.has(id)) mount(ticketOf(id));
    if (id === null && !open.has(page)) mountPage(page);
    activate(id ?? page);
  }

  mountPage("list");
  for (const ticket of options.tickets) mount(ticket);
  document.querySelector(".rail-list").addEventListener("click", () => openPage("list"));
  window.addEventListener("popstate", openAddress);
  window.replica = {
    ...{ openTicket, openPage, addMessage, change, closeTicket: close, openList: () => openPage("list") },
    translateMessage: (id, index, text) => open.get(id).log.translate(index, text),
  };
  openAddress();
  if (current === "list" && options.openTicketId !== null && !location.pathname.startsWith("/agent/")) {
    activate(options.openTicketId);
  }
})();
