// One message of a conversation, in all the ways it may be drawn.
globalThis.zendeskMessages = (() => {
  const { options, labels, element, after, fillBody, timeText, avatar } = globalThis.deskKit;
  const { delaysMs } = options;
  const TYPE = { customer: "end-user", agent: "agent", bot: "bot", note: null };

  /** Mails have a body of their own; messaging texts stand in the wrapper itself, between the page's own controls. */
  function content(message) {
    const origin = TYPE[message.role] && message.drawnAs !== "messaging" ? "EmailInteraction" : null;
    const wrapper = element("div", { "data-test-id": "omni-log-message-content", "data-originated-from": origin });
    if (message.drawnAs !== "messaging") {
      wrapper.append(fillBody(element("div", { class: "zd-comment", dir: "auto" }), message));
      return wrapper;
    }
    wrapper.append(
      element("span", { class: "chat-text" }, message.text ?? ""),
      element("button", { class: "quiet-button", type: "button" }, labels.assign),
      element("div", { "data-test-id": "convo-log-item-read-indicator", class: "faint" }, labels.read),
    );
    return wrapper;
  }

  function bubble(message) {
    return element(
      "div",
      { "data-test-id": "omni-log-item-message", type: TYPE[message.role], class: "bubble" },
      content(message),
    );
  }

  /** A second copy, which readers of the screen are not to hear. */
  function copy(message) {
    const made = bubble(message);
    made.setAttribute("aria-hidden", "true");
    return made;
  }

  function sideConversation(message) {
    const origin = element("span", { "aria-label": `${labels.sideConversation} ${message.author}` }, "⤷");
    return element("div", { "data-test-id": "omni-log-item-originated-from", class: "faint" }, origin);
  }

  function heading(message) {
    const hasChannel = message.role !== "note" && options.markup !== "2023";
    return element(
      "div",
      { class: "message-heading" },
      element("span", { "data-test-id": "omni-log-item-sender" }, element("strong", null, message.author)),
      message.role === "agent" ? element("span", { "data-test-id": "omni-log-avatar-badge-AgentBadge" }) : null,
      hasChannel ? element("span", { "data-test-id": "omni-log-item-via", class: "faint" }, labels.viaMail) : null,
      message.drawnAs === "sideConversation" ? sideConversation(message) : null,
      element(
        "time",
        { "data-test-id": "timestamp-relative", datetime: message.sentAt, class: "faint" },
        timeText(message.sentAt),
      ),
    );
  }

  /** All that tells a note from a message. The page sets it a little after the message itself has been drawn. */
  function markAsNote(made, message) {
    made.setAttribute("aria-label", `${labels.noteFrom} ${message.author}`);
    made.querySelector('[data-test-id="omni-log-item-message"]').setAttribute("type", "internal");
    made
      .querySelector(".message-heading")
      .append(element("div", { "data-test-id": "omni-log-internal-note-tag", class: "note-tag" }, labels.internalNote));
  }

  function article(message, index, ticket) {
    const isNote = message.role === "note";
    const made = element(
      "article",
      {
        "data-test-id": "omni-log-comment-item",
        id: `comment-${ticket.id}${String(index + 1).padStart(4, "0")}`,
        "aria-label": isNote ? null : `${labels.messageFrom} ${message.author}`,
        class: `message message-${message.role}`,
      },
      avatar(message),
      element(
        "div",
        { class: "message-main" },
        heading(message),
        bubble(message),
        message.isDuplicated ? copy(message) : null,
      ),
    );
    if (isNote) after(delaysMs.noteType, () => markAsNote(made, message));
    return made;
  }

  /** Puts a translation in the place of a drawn message's words, and says so below. */
  function translate(made, text) {
    const words = made.querySelector(".zd-comment p, .chat-text").firstChild;
    words.data = text;
    made
      .querySelector('[data-test-id="omni-log-message-content"]')
      .append(
        element(
          "div",
          { "data-test-id": "conversation-translator-language-detection-prompt", class: "faint" },
          labels.detected,
        ),
      );
  }

  return { article, translate };
})();
