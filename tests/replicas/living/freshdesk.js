// A living replica of agent pages that show one ticket at a time and leave the old one standing for a moment.
(() => {
  const { options, element, after, go, addressedId, addressedPage, change } = globalThis.deskKit;
  const parts = globalThis.freshdeskParts;
  const pages = globalThis.freshdeskPages;
  const { createLog } = globalThis.freshdeskMessages;
  const { delaysMs } = options;
  const TICKET_PATH = "/a/tickets/";
  const stage = document.getElementById("stage");
  /** Id of the ticket in front, null for pages that are none, and its log once that is drawn. */
  let current = null;
  let currentLog = null;
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
    stage.replaceChildren(bar, wrapper, side);
    inStep(delaysMs.subject, step, () => {
      const subject = parts.subject(ticket);
      if (subject !== null) wrapper.prepend(subject);
    });
    inStep(delaysMs.messages, step, () => {
      currentLog = createLog(ticket);
      messageHost(wrapper).append(currentLog.element);
      currentLog.draw();
      wrapper.append(parts.replyEditor());
      side.append(...parts.side(ticket));
    });
    inStep(delaysMs.actionBar, step, () => bar.append(parts.actionBar()));
  }

  /** Address and title move at once; the old content stays, then nothing is there, then the new one comes. */
  function show(id, page, path) {
    drawing += 1;
    const step = drawing;
    const isFirst = stage.childElementCount === 0;
    current = id;
    if (path !== null) go(path);
    const ticket = id === null ? null : ticketOf(id);
    document.title =
      ticket === null ? `${pages.title(page)} : ${options.account}` : `[#${id}] ${ticket.subject} : ${options.account}`;
    markCurrentLink(id);
    inStep(isFirst ? 0 : delaysMs.linger, step, () => {
      setBreadcrumb(id ?? pages.title(page));
      stage.replaceChildren();
      currentLog = null;
      if (ticket === null) stage.append(pages.make(page, openTicket));
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

  function openTicket(id) {
    show(id, null, TICKET_PATH + id);
  }

  function openPage(page) {
    show(null, page, pages.PATHS[page]);
  }

  function closeTicket(id) {
    if (current === id) openPage("list");
  }

  /** A customer's message is added; an agent's own has the whole list drawn again. */
  function addMessage(id, message) {
    ticketOf(id).messages.push(message);
    if (current !== id || currentLog === null) return;
    if (message.role === "agent") currentLog.draw();
    else currentLog.addNewest();
  }

  function openAddress(otherwiseId) {
    const id = addressedId(TICKET_PATH) ?? otherwiseId;
    show(id, addressedPage(pages.PATHS) ?? "list", null);
  }

  document.querySelector(".desk-tickets").append(...options.tickets.map(ticketLink));
  document.querySelector(".breadcrumb-title a").addEventListener("click", () => openPage("list"));
  window.addEventListener("popstate", () => openAddress(null));
  window.replica = {
    ...{ openTicket, openPage, closeTicket, addMessage, change, openList: () => openPage("list") },
    translateMessage: (_id, index, text) => currentLog.translate(index, text),
  };
  openAddress(location.pathname.startsWith("/a/") ? null : options.openTicketId);
})();
