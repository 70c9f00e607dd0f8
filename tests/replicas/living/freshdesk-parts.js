// The parts of a page that shows one ticket at a time: messages, properties, contact panel, reply editor.
globalThis.freshdeskParts = (() => {
  const { options, labels, element, after, fillBody, timeText, avatar } = globalThis.deskKit;
  const { replyEditor, openEditor } = globalThis.freshdeskEditor;
  const { delaysMs } = options;
  let emberIds = 100;

  const emberId = () => `ember${emberIds++}`;

  const ROLE_CLASS = {
    customer: " ticket-details__requestor",
    note: " ticket-details__privatenote",
    agent: "",
    bot: "",
  };
  const STATUS = { customer: "customerReplied", agent: "agentReplied", note: "addedNote", bot: "botReplied" };

  function messageHeading(message, isDescription) {
    return element(
      "div",
      { class: `${isDescription ? "ticket-details__item__header" : "conversation-header"} message-heading` },
      element(
        "a",
        {
          "data-test-id": "user-name",
          href: "/a/contacts/5",
          "data-test-is-agent": message.role === "agent" ? "true" : null,
        },
        element("b", null, message.author),
      ),
      element("span", { "data-test-id": "conversation-status", class: "faint" }, labels[STATUS[message.role]]),
      element(
        "span",
        { "data-test-id": "time-info", "aria-label": timeText(message.sentAt), class: "faint" },
        timeText(message.sentAt),
      ),
      message.role === "note" ? element("span", { class: "note-tag" }, labels.internalNote) : null,
    );
  }

  function description(message, ticket) {
    const body = fillBody(element("div", { id: "ticket_original_request" }), message);
    return element(
      "div",
      {
        class: `ticket-details__item requestor-wrap message message-${message.role}`,
        "data-test-id": "ticket-description",
        "data-album": `ticket_${ticket.id}`,
      },
      avatar(message),
      element(
        "div",
        { class: "message-main" },
        messageHeading(message, true),
        element("div", { class: "ticket-details__item__content bubble" }, body),
      ),
    );
  }

  function conversation(message, index, ticket) {
    const noteId = `${ticket.id}${String(index).padStart(4, "0")}`;
    const body = fillBody(element("div", { class: "ticket_note", "data-note-id": noteId }), message);
    return element(
      "div",
      {
        class: `ticket-details__item message message-${message.role}${ROLE_CLASS[message.role]}`,
        "data-test-id": "conversation-wrapper",
        "data-album": `note_${noteId}`,
        id: emberId(),
      },
      avatar(message),
      element(
        "div",
        { class: "message-main" },
        messageHeading(message, false),
        element(
          "div",
          { "data-test-id": "conversation-content-wrapper", class: "bubble" },
          element("div", { "data-test-conversation": "conversation-text" }, body),
        ),
      ),
    );
  }

  /** The description, a button for what is left out, and the newest messages. */
  function messages(ticket, shown) {
    const [first, ...others] = ticket.messages;
    const hidden = Math.max(0, others.length - shown);
    const more = element("button", { "data-test-button": "load-more", class: "quiet-button", type: "button" });
    more.textContent = `+${hidden} ${labels.conversations}`;
    more.addEventListener("click", () => {
      more.classList.add("pending");
      after(delaysMs.loadMore, () => {
        more.parentElement?.replaceChildren(...messages(ticket, shown + options.newestShown));
      });
    });
    return [
      ...(first === undefined ? [] : [description(first, ticket)]),
      ...(hidden > 0 ? [more] : []),
      ...others.slice(hidden).map((message, index) => conversation(message, hidden + index + 1, ticket)),
    ];
  }

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

  function property(name, label, value) {
    return element(
      "div",
      { class: "field", "data-test-id": `tkt-properties-${name}` },
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

  /** The requester's panel, in a shadow root of its own unless the options say otherwise. */
  function contact(ticket) {
    const name = ticket.messages.find((message) => message.role === "customer")?.author ?? "";
    const address = `${name.toLowerCase().replaceAll(" ", ".")}@example.com`;
    const host = element("mfe-application", { "app-id": "fw-unified-mfe--contact-info", class: "contact" });
    const inside = options.contactPanel === "shadow" ? host.attachShadow({ mode: "open" }) : host;
    inside.append(
      element("strong", null, name),
      element("p", { class: "break-all", style: "margin: 2px 0 0; font-size: 12px" }, address),
    );
    return host;
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

  return { messages, subject, properties, contact, replyEditor, actionBar };
})();
