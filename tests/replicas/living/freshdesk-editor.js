// The reply box at the foot of a conversation.
globalThis.freshdeskEditor = (() => {
  const { labels, element } = globalThis.deskKit;

  function replyEditor() {
    const box = element("div", { class: "ticket-details__item rich-editor composer" });
    const placeholder = element(
      "button",
      { class: "editor-placeholder quiet-button", "data-test-id": "active-editor", type: "button" },
      labels.publicReply,
    );
    placeholder.addEventListener("click", () => openEditor(box));
    box.append(placeholder);
    return box;
  }

  function openEditor(box) {
    const editable = element("div", {
      class: "fr-element fr-view editor",
      contenteditable: "true",
      role: "textbox",
      "aria-label": labels.publicReply,
    });
    box.replaceChildren(
      element(
        "div",
        { class: "ticket-editor" },
        element("div", { class: "ticket-editor__bodytext fr-box" }, element("div", { class: "fr-toolbar" }), editable),
        element("button", { class: "submit", type: "button", "data-test-id": "submit" }, labels.submit),
      ),
    );
    editable.focus();
  }

  return { replyEditor, openEditor };
})();
