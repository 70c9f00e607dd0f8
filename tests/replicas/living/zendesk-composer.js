// The composer at the foot of a pane.
globalThis.zendeskComposer = (() => {
  const { labels, element } = globalThis.deskKit;

  function composer() {
    return element(
      "div",
      { "data-test-id": "editor-view", class: "composer" },
      element(
        "button",
        {
          "data-test-id": "omnichannel-channel-switcher-button",
          "data-channel": "web",
          class: "quiet-button",
          type: "button",
        },
        labels.publicReply,
      ),
      element(
        "div",
        { "data-test-id": "ticket-rich-text-editor" },
        element("div", {
          "data-test-id": "omnicomposer-rich-text-ckeditor",
          contenteditable: "true",
          role: "textbox",
          "aria-label": labels.publicReply,
          class: "ck-editor__editable editor",
        }),
      ),
      element("button", { "data-test-id": "submit_button-button", class: "submit", type: "button" }, labels.submit),
    );
  }

  return { composer };
})();
