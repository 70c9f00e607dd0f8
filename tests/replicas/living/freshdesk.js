// A living replica of agent pages that show one ticket at a time and leave the old one standing for a moment.
(() => {
  const { options, labels, element, after, go, addressedId } = globalThis.deskKit;
  const parts = globalThis.freshdeskParts;
  const { delaysMs } = options;
  const TICKET_PATH = "/a/tickets/";
  const LIST_PATH = "/a/tickets/filters/all_tickets";
  const stage = document.getElementById("stage");
  let current = null;
  /** Steps of an earlier ticket must not draw into a later one. */
  let drawing = 0;

  const ticketOf = (id) => options.tickets.find((ticket) => ticket.id === id);

  function setBreadcrumb(text) {
    document.querySelector(".breadcrumb__item.active").textContent = text;
  }

  function markCurrentLink(id) {
    for (const link of document.querySelectorAll(".desk-tickets a")) {
      link.toggleAttribute("aria-current", link.dataset.ticket === id);
    }
  }

  function inStep(delayMs, step, run) {
    after(delayMs, () => {
      if (step === drawing) run();
    });
  }

  /** Where messages are put: in the page, or in a shadow root as some accounts have it. */
  function messageHost(wrapper) {
    if (options.messagesIn !== "shadow") return wrapper;
    const host = element("mfe-application", { "app-id": "ticket-details" });
    wrapper.append(host);
    return host.attachShadow({ mode: "open" });
  }

  /** Draws a ticket in steps into an empty page. */
  function draw(ticket, step) {
    const wrapper = element("div", { class: "ticket-details-wrapper conversation" });
    const side = element("aside", { id: "ticket-properties", class: "fields" });
    const bar = element("section", { id: "mainactionbar" });
    const log = element("div", { class: "log" });
    stage.replaceChildren(bar, wrapper, side);
    inStep(delaysMs.subject, step, () => {
      const subject = parts.subject(ticket);
      if (subject !== null) wrapper.prepend(subject);
    });
    inStep(delaysMs.messages, step, () => {
      messageHost(wrapper).append(log);
      log.append(...parts.messages(ticket, options.newestShown));
      wrapper.append(parts.replyEditor());
      side.append(parts.contact(ticket), ...parts.properties(ticket));
    });
    inStep(delaysMs.actionBar, step, () => bar.append(parts.actionBar()));
  }

  /** Address and title move at once; the old content stays, then nothing is there, then the new one comes. */
  function show(id, path) {
    const step = ++drawing;
    const isFirst = current === null && stage.childElementCount === 0;
    current = id;
    if (path !== null) go(path);
    const ticket = id === null ? null : ticketOf(id);
    document.title = ticket === null ? options.account : `[#${id}] ${ticket.subject} : ${options.account}`;
    markCurrentLink(id);
    inStep(isFirst ? 0 : delaysMs.linger, step, () => {
      setBreadcrumb(ticket === null ? labels.allTickets : id);
      stage.replaceChildren();
      if (ticket === null) drawList();
      else draw(ticket, step);
    });
  }

  function ticketLink(ticket) {
    const link = element("a", { href: TICKET_PATH + ticket.id, "data-ticket": ticket.id });
    link.append(
      element("span", { class: "link-title" }, ticket.subject),
      element("span", { class: "faint" }, `#${ticket.id}`),
    );
    link.addEventListener("click", (event) => {
      event.preventDefault();
      openTicket(ticket.id);
    });
    return element("li", null, link);
  }

  function drawList() {
    stage.append(element("ul", { class: "ticket-list" }, ...options.tickets.map(ticketLink)));
  }

  function openTicket(id) {
    show(id, TICKET_PATH + id);
  }

  function openList() {
    show(null, LIST_PATH);
  }

  function closeTicket(id) {
    if (current === id) openList();
  }

  function logNow() {
    return (
      stage.querySelector(".log") ?? stage.querySelector("mfe-application")?.shadowRoot?.querySelector(".log") ?? null
    );
  }

  /** A customer's message is added; an agent's own has the whole list drawn again. */
  function addMessage(id, message) {
    const ticket = ticketOf(id);
    ticket.messages.push(message);
    const log = current === id ? logNow() : null;
    if (log === null) return;
    const drawn = parts.messages(ticket, options.newestShown);
    if (message.role === "agent") log.replaceChildren(...drawn);
    else log.append(...drawn.slice(-1));
  }

  document.querySelector(".desk-tickets").append(...options.tickets.map(ticketLink));
  document.querySelector(".breadcrumb-title a").addEventListener("click", openList);
  window.addEventListener("popstate", () => show(addressedId(TICKET_PATH), null));
  window.replica = { openTicket, openList, closeTicket, addMessage };
  show(addressedId(TICKET_PATH) ?? (location.pathname.startsWith("/a/") ? null : options.openTicketId), null);
})();
