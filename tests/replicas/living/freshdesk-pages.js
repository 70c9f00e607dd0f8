// Agent pages that are no ticket.
globalThis.freshdeskPages = (() => {
  const { options, labels, element, ticketLinks } = globalThis.deskKit;
  const { replyEditor } = globalThis.freshdeskEditor;

  const PATHS = {
    list: "/a/tickets/filters/all_tickets",
    search: "/a/search/tickets?term=Subject",
    dashboard: "/a/dashboard/default",
    contact: "/a/contacts/5",
    newTicket: "/a/tickets/new",
  };

  const customer = () =>
    options.tickets[0]?.messages.find((message) => message.role === "customer")?.author ?? "Nora Lindqvist";
  const tickets = (openTicket) => element("ul", { class: "ticket-list" }, ...ticketLinks("/a/tickets/", openTicket));

  /** A contact's page tells its tickets with the beginning of each. */
  const timeline = (openTicket) =>
    element(
      "div",
      { class: "ticket-details-wrapper page" },
      element("h1", { class: "subject" }, customer()),
      tickets(openTicket),
    );

  /** The form for a ticket that has no number yet. */
  const newTicket = () =>
    element(
      "div",
      { class: "ticket-details-wrapper conversation" },
      element("h1", { class: "ticket-subject-heading subject" }, labels.newTicket),
      replyEditor(),
    );

  const MAKE = {
    list: (openTicket) => tickets(openTicket),
    search: (openTicket) =>
      element(
        "div",
        { class: "page" },
        element("input", { type: "search", class: "search-box", "aria-label": labels.search, value: "Subject" }),
        tickets(openTicket),
      ),
    dashboard: (openTicket) =>
      element("div", { class: "page" }, element("h1", { class: "subject" }, labels.dashboard), tickets(openTicket)),
    contact: timeline,
    newTicket,
  };

  const title = (page) => ({ list: labels.allTickets, contact: customer() })[page] ?? labels[page];

  return { PATHS, title, make: (page, openTicket) => MAKE[page](openTicket) };
})();
