// The composer at the foot of a pane: a switcher of channels, and an editor that is made anew with each switch.
globalThis.zendeskComposer = (() => {
  const { options, labels, element } = globalThis.deskKit;
  const { composer: kind = "simple", channel: firstChannel = "web" } = options;
  const PLAIN_CHANNELS = ["messaging", "chat"];
  globalThis.deskSent = [];

  const nameOf = (channel) => (channel === "internal" ? labels.internalNote : labels.publicReply);

  function makeEditable(isPlain, label, html) {
    const editable = element("div", {
      "data-test-id": `omnicomposer-${isPlain ? "plain" : "rich"}-text-ckeditor`,
      contenteditable: "true",
      role: "textbox",
      "aria-label": label,
      class: "ck-editor__editable editor",
    });
    editable.innerHTML = html;
    return editable;
  }

  /** Draws the editor for a channel into its place; answers how to read what it holds. */
  function mountEditor(place, channel, html) {
    const isPlain = PLAIN_CHANNELS.includes(channel);
    const editable = makeEditable(isPlain, nameOf(channel), html);
    place.replaceChildren(editable);
    if (kind === "real") return globalThis.ckeditorComposer.takeOver(editable, { isPlain });
    if (kind === "model")
      return globalThis.composerModel.takeOver(editable, { isPlain, holds: options.holds !== false });
    return { readContent: () => editable.innerHTML };
  }

  function switcher(channel) {
    const attributes = { "data-test-id": "omnichannel-channel-switcher-button", class: "quiet-button", type: "button" };
    return element("button", { ...attributes, "data-channel": channel }, nameOf(channel));
  }

  function composer(ticket) {
    if (kind === "missing") return element("div", { class: "faint" });
    const place = element("div", { "data-test-id": "ticket-rich-text-editor" });
    const button = switcher(firstChannel);
    const submit = element("button", { "data-test-id": "submit_button-button", class: "submit", type: "button" });
    submit.textContent = labels.submit;
    let editor = mountEditor(place, firstChannel, options.drafts?.[ticket.id] ?? "<p><br></p>");
    const renew = () => {
      editor = mountEditor(place, button.dataset.channel, editor.readContent());
    };
    const box = element("div", { "data-test-id": "editor-view", class: "composer" }, button, place, submit);
    submit.addEventListener("click", () => {
      globalThis.deskSent.push({ channel: button.dataset.channel, ticketId: ticket.id, html: editor.readContent() });
    });
    box.addEventListener("choose-channel", ({ detail }) => {
      button.dataset.channel = detail;
      button.textContent = nameOf(detail);
      renew();
    });
    box.addEventListener("renew", renew);
    return box;
  }

  const boxOf = (id) => document.querySelector(`[data-ticket-id="${id}"] [data-test-id="editor-view"]`);

  /** What the menu of channels does, and what a switch to a ticket does to its editor. */
  globalThis.deskComposers = {
    chooseChannel: (id, channel) => boxOf(id).dispatchEvent(new CustomEvent("choose-channel", { detail: channel })),
    renew: (id) => boxOf(id)?.dispatchEvent(new CustomEvent("renew")),
  };

  // A pane that comes to the front draws its editor anew.
  if (kind !== "simple") {
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const id = target.querySelector("[data-ticket-id]")?.dataset.ticketId;
        if (target.dataset.isActive === "true" && id) globalThis.deskComposers.renew(id);
      }
    }).observe(document.getElementById("main_panes"), { subtree: true, attributeFilter: ["data-is-active"] });
  }

  return { composer };
})();
