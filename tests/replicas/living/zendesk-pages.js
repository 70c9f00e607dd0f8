// Pages of the workspace that are no ticket.
globalThis.zendeskPages = (() => {
  const { options, labels, element, ticketLinks } = globalThis.deskKit;
  const { composer } = globalThis.zendeskComposer;
  const { fieldColumn } = globalThis.zendeskParts;

  const PATHS = {
    list: "/agent/filters/1",
    search: "/agent/search/1?q=Subject",
    dashboard: "/agent/dashboard",
    newTicket: "/agent/tickets/new/1",
    user: "/agent/users/9/requested_tickets",
  };

  /** Workspaces with a tab of their own; their ids are no numbers. */
  const TAB_IDS = { search: "search-1", newTicket: "new-1", user: "user-9" };

  const frame = (id, ...content) => element("div", { id, class: "list" }, ...content);
  const tickets = (openTicket) => element("ul", null, ...ticketLinks("tickets/", openTicket));
  const customer = () =>
    options.tickets[0]?.messages.find((message) => message.role === "customer")?.author ?? "Nora Lindqvist";

  /** The form for a ticket that has no number yet: a pane like a ticket's. */
  function newTicket() {
    const empty = { id: "new", subject: "", tags: [], messages: [] };
    const subject = element("input", {
      "data-test-id": "omni-header-subject",
      class: "subject",
      "aria-label": labels.subject,
      placeholder: labels.subject,
    });
    const column = element(
      "div",
      { "data-test-id": "column-2", class: "component-type-MainConversationPane conversation" },
      element("header", { class: "ticket-header" }, subject),
      element("div", { "data-test-id": "omni-log-container", class: "log" }, element("div", { role: "log" })),
      composer(empty),
    );
    return element(
      "div",
      { "data-test-id": "ticket-new-1-standard-layout", class: "ticket-panes-grid-layout" },
      element("div", { "data-ticket-id": "new-1", class: "pane" }, fieldColumn(empty), column),
    );
  }

  const MAKE = {
    list: (openTicket) => frame("list", tickets(openTicket)),
    search: (openTicket) =>
      frame(
        "search",
        element("input", { type: "search", class: "search-box", "aria-label": labels.search, value: "Subject" }),
        tickets(openTicket),
      ),
    dashboard: (openTicket) => frame("dashboard", element("h1", null, labels.dashboard), tickets(openTicket)),
    newTicket,
    user: (openTicket) =>
      frame(
        "user",
        element("h1", null, element("input", { "data-test-id": "user-name", class: "subject", value: customer() })),
        tickets(openTicket),
      ),
  };

  const title = (page) => ({ list: labels.allTickets, user: customer() })[page] ?? labels[page];

  return { PATHS, TAB_IDS, title, make: (page, openTicket) => MAKE[page](openTicket) };
})();
