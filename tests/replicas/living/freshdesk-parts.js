// The parts around a conversation: subject, properties, contact panel, action bar.
globalThis.freshdeskParts = (() => {
  const { options, labels, element, sideApp } = globalThis.deskKit;
  const { replyEditor, openEditor } = globalThis.freshdeskEditor;

  function subject(ticket) {
    if (options.subjectElement === "none") return null;
    const name = options.subjectElement === "sentiment" ? "sentiment-ticket-heading" : "ticket-subject-heading";
    const summary = element(
      "button",
      { "data-test-id": "add-summary-button", class: "quiet-button", type: "button" },
      labels.summary,
    );
    return element("h1", { class: `${name} subject` }, ticket.subject, " ", summary);
  }

  /** Some accounts have fields whose test id is their label, in the agent's language. */
  const isLabel = (name) => /^\p{Lu}/u.test(name);

  function property(name, label, value) {
    return element(
      "div",
      { class: "field", "data-test-id": isLabel(name) ? name : `tkt-properties-${name}` },
      element("span", { class: "field-label" }, label),
      element("div", { class: "ember-power-select-selected-item field-value" }, value),
    );
  }

  /** "cf_product" as an agent would see it. */
  const title = (name) => {
    const words = name.replace(/^cf_/, "").replaceAll("_", " ");
    return words.charAt(0).toUpperCase() + words.slice(1);
  };

  function properties(ticket) {
    const tags = ticket.tags.map((tag) => element("li", null, element("span", { class: "tag-options tag" }, tag)));
    const known = { type: "ticket_type" };
    return [
      ...Object.entries(ticket.fields ?? {}).map(([name, value]) =>
        property(known[name] ?? name, labels[name] ?? title(name), value),
      ),
      element(
        "div",
        { class: "field ticket-tags" },
        element("span", { class: "field-label" }, labels.tags),
        element("ul", { class: "tags" }, tags),
      ),
    ];
  }

  const customerOf = (ticket) => ticket.messages.find((message) => message.role === "customer")?.author ?? "";
  const addressOf = (name) => `${name.toLowerCase().replaceAll(" ", ".")}@example.com`;

  /** The requester's panel as most accounts have it: in a shadow root of its own. */
  function shadowContact(name) {
    const host = element("mfe-application", { "app-id": "fw-unified-mfe--contact-info", class: "contact" });
    host
      .attachShadow({ mode: "open" })
      .append(
        element("strong", null, name),
        element("p", { class: "break-all", style: "margin: 2px 0 0; font-size: 12px" }, addressOf(name)),
      );
    return host;
  }

  /** The same in the page itself, with links, as some accounts have it since June 2026. */
  function pageContact(name) {
    return element(
      "div",
      { class: "widget-requestor-info contact" },
      element("a", { href: "/a/contacts/5" }, name),
      element("div", { class: "company-info" }, element("a", { href: "/a/companies/3" }, "Lindqvist Flowers")),
      element(
        "div",
        { "data-test-id": "requester-info-contact-email" },
        element("span", { class: "info-details-content faint" }, addressOf(name)),
      ),
    );
  }

  /** What stands beside the conversation, from the top. */
  function side(ticket) {
    const contact = options.contactPanel === "shadow" ? shadowContact : pageContact;
    return [contact(customerOf(ticket)), ...properties(ticket), sideApp()].filter((part) => part !== null);
  }

  function actionBar() {
    const reply = element(
      "button",
      { "data-test-email-action": "reply", class: "quiet-button", type: "button" },
      labels.reply,
    );
    reply.addEventListener("click", () => openEditor(document.querySelector(".rich-editor")));
    const note = element(
      "button",
      { "data-test-id": "add-note", class: "quiet-button", type: "button" },
      labels.internalNote,
    );
    return element(
      "div",
      { class: "page-actions__left" },
      element("div", { class: "reply-bar-wrapper-top" }, reply, note),
    );
  }

  return { subject, side, replyEditor, actionBar };
})();
