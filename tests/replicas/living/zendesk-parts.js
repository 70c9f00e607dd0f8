// The parts of a pane: messages, composer, ticket fields.
globalThis.zendeskParts = (() => {
  const { options, labels, element, after, fillBody, timeText, avatar } = globalThis.deskKit;
  const { composer } = globalThis.zendeskComposer;
  const { delaysMs } = options;
  const is2023 = options.markup === "2023";

  function article(message, index, ticket) {
    const isNote = message.role === "note";
    const type = { customer: "end-user", agent: "agent", bot: "bot", note: null }[message.role];
    const bubble = element("div", { "data-test-id": "omni-log-item-message", type, class: "bubble" });
    const body = fillBody(element("div", { class: "zd-comment", dir: "auto" }), message);
    bubble.append(
      element(
        "div",
        { "data-test-id": "omni-log-message-content", "data-originated-from": type && "EmailInteraction" },
        body,
      ),
    );
    const note = () =>
      element("div", { "data-test-id": "omni-log-internal-note-tag", class: "note-tag" }, labels.internalNote);
    const heading = element(
      "div",
      { class: "message-heading" },
      element("span", { "data-test-id": "omni-log-item-sender" }, element("strong", null, message.author)),
      message.role === "agent" ? element("span", { "data-test-id": "omni-log-avatar-badge-AgentBadge" }) : null,
      isNote || is2023
        ? null
        : element("span", { "data-test-id": "omni-log-item-via", class: "faint" }, labels.viaMail),
      element(
        "time",
        { "data-test-id": "timestamp-relative", datetime: message.sentAt, class: "faint" },
        timeText(message.sentAt),
      ),
    );
    const made = element(
      "article",
      {
        "data-test-id": "omni-log-comment-item",
        id: `comment-${ticket.id}${String(index + 1).padStart(4, "0")}`,
        "aria-label": `${isNote ? labels.noteFrom : labels.messageFrom} ${message.author}`,
        class: `message message-${message.role}`,
      },
      avatar(message),
      element("div", { class: "message-main" }, heading, bubble),
    );
    // The page sets what makes a note a note a little after the message itself.
    if (isNote) {
      after(delaysMs.noteType, () => {
        bubble.setAttribute("type", "internal");
        heading.append(note());
      });
    }
    return made;
  }

  function fieldRow(label, attributes, value) {
    return element(
      "div",
      { class: "field" },
      element("span", { class: "field-label" }, label),
      element("div", attributes, value),
    );
  }

  function fieldColumn(ticket) {
    const combobox = (name) =>
      fieldRow(
        labels[name] ?? name,
        { "data-test-id": `ticket-fields-${name}-select`, class: "field-value" },
        element("div", { "data-garden-id": "dropdowns.combobox.value" }, ticket.fields?.[name] ?? ""),
      );
    const customer = ticket.messages.find((message) => message.role === "customer")?.author ?? "";
    const tags = ticket.tags.map((tag) =>
      element("span", { "data-test-id": "ticket-system-field-tags-item-selected", class: "tag" }, tag),
    );
    return element(
      "div",
      { "data-test-id": "column-1", class: "component-type-AppPane fields" },
      fieldRow(labels.requester, { "data-test-id": "requester-field", class: "field-value" }, customer),
      combobox("priority"),
      combobox("type"),
      element(
        "div",
        { class: "field" },
        element("span", { class: "field-label" }, labels.tags),
        element("div", { class: "tags" }, tags),
      ),
    );
  }

  return { article, composer, fieldColumn };
})();
