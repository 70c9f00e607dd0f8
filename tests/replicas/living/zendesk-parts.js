// The columns beside a conversation: ticket fields and tags, marketplace apps.
globalThis.zendeskParts = (() => {
  const { labels, element, sideApp } = globalThis.deskKit;

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

  /** The context column; null where the account has no apps. */
  function appColumn() {
    const app = sideApp();
    return app && element("div", { "data-test-id": "column-3", class: "component-type-ContextPanel apps" }, app);
  }

  return { fieldColumn, appColumn };
})();
