// The reply box at the foot of a conversation: no editor until reply or note is pressed, a new one each time.
globalThis.freshdeskEditor = (() => {
  const { options, labels, element } = globalThis.deskKit;
  const { createEditor } = globalThis.froalaModel;
  globalThis.deskSent = [];

  const recipients = () =>
    element("div", { class: "faint" }, element("span", { "data-test-id": "to-emails" }, "nora.lindqvist@example.com"));

  /** What tells a note from a reply; the attribute is a guess. */
  const privateToggle = () =>
    element(
      "button",
      {
        ...{ type: "button", role: "switch", "aria-checked": "true", "data-test-id": "private-note-toggle" },
        class: "quiet-button",
      },
      labels.internalNote,
    );

  const addressedTicket = () => /(\d+)$/.exec(location.pathname)?.[1] ?? "";

  function openEditor(box, kind = "reply") {
    const label = kind === "note" ? labels.internalNote : labels.publicReply;
    const draft = kind === "note" ? undefined : options.drafts?.[addressedTicket()];
    const { editable, readContent } = createEditor({ label, draft });
    const send = element("button", { class: "submit", type: "button", "data-test-id": "submit" }, labels.submit);
    send.addEventListener("click", () => {
      globalThis.deskSent.push({ kind, ticketId: addressedTicket(), html: readContent() });
      box.replaceChildren(placeholder(box));
    });
    const fields = kind === "note" ? privateToggle() : recipients();
    box.replaceChildren(
      element(
        "div",
        { class: "ticket-editor", "data-kind": kind },
        options.showsChannel === false ? null : fields,
        element(
          "div",
          { class: "ticket-editor__bodytext fr-box" },
          element("div", { class: "fr-toolbar" }),
          element("div", { class: "fr-wrapper" }, editable),
        ),
        element("div", { class: "ticket-editor__footer" }, send),
      ),
    );
    editable.focus();
  }

  function placeholder(box) {
    const button = element(
      "button",
      { class: "editor-placeholder quiet-button", "data-test-id": "active-editor", type: "button" },
      labels.publicReply,
    );
    button.addEventListener("click", () => openEditor(box));
    return button;
  }

  function replyEditor() {
    const box = element("div", { class: "ticket-details__item rich-editor composer" });
    box.append(placeholder(box));
    return box;
  }

  /** A note opens in a box of its own, below a reply that is being written. */
  function openNote() {
    const reply = document.querySelector(".rich-editor");
    const box = element("div", { class: "ticket-details__item rich-editor composer" });
    reply?.after(box);
    openEditor(box, "note");
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest('[data-test-id="add-note"]')) openNote();
  });

  return { replyEditor, openEditor };
})();
