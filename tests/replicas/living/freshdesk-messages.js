// Messages of one ticket: the description, the newest conversations, and older ones on demand.
globalThis.freshdeskMessages = (() => {
  const { options, labels, element, after, fillBody, timeText, avatar } = globalThis.deskKit;
  const { delaysMs } = options;
  let emberIds = 100;

  const CUSTOMER = " ticket-details__requestor";
  const NOTE = " ticket-details__privatenote";
  const CLASSES = { customer: CUSTOMER, note: NOTE, agent: "", bot: "", outsider: NOTE + CUSTOMER, mailedNote: NOTE };
  const STATUS = { customer: "customerReplied", agent: "agentReplied", note: "addedNote", bot: "botReplied" };

  /** Recipients: of what was really mailed, or of colleagues told about a note. */
  function recipients(message) {
    if (message.drawnAs !== "mailedNote" && message.drawnAs !== "forward") return null;
    const addresses = element("span", { "data-test-id": "display-emails" }, "depot@example.com");
    return element(
      "div",
      { class: "emails-info faint" },
      element("span", { "data-test-id": "to-emails" }, `${labels.mailedTo} `, addresses),
    );
  }

  function heading(message, isDescription) {
    const isKnownAgent = message.role === "agent" && message.drawnAs !== "forward";
    return element(
      "div",
      { class: `${isDescription ? "ticket-details__item__header" : "conversation-header"} message-heading` },
      element(
        "a",
        {
          "data-test-id": "user-name",
          href: "/a/contacts/5",
          "data-test-is-agent": isKnownAgent ? "true" : null,
        },
        element("b", null, message.author),
      ),
      element(
        "span",
        { "data-test-id": "conversation-status", class: "faint" },
        message.drawnAs === "forward" ? labels.forwarded : labels[STATUS[message.role]],
      ),
      element(
        "span",
        { "data-test-id": "time-info", "aria-label": timeText(message.sentAt), class: "faint" },
        timeText(message.sentAt),
      ),
      message.role === "note" ? element("span", { class: "note-tag" }, labels.internalNote) : null,
      recipients(message),
    );
  }

  /** Adds a button to a body; the quoted mail is not in the page before it is pressed. */
  function hideQuote(body, message, own) {
    if (message.quoteHtml === undefined) return;
    const toggle = element(
      "button",
      {
        "data-test-id": "enable-disable-quoted-btn",
        class: "quiet-button",
        type: "button",
        "aria-label": labels.showQuote,
      },
      "•••",
    );
    toggle.addEventListener("click", () =>
      own(() => {
        const quote = element("div", { class: "quoted-content-width-limit" });
        quote.innerHTML = message.quoteHtml;
        toggle.after(quote);
      }),
    );
    body.append(toggle);
  }

  function description(message, ticket, own) {
    const body = fillBody(element("div", { id: "ticket_original_request" }), message);
    hideQuote(body, message, own);
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
        heading(message, true),
        element("div", { class: "ticket-details__item__content bubble" }, body),
      ),
    );
  }

  /** Mails and notes stand in three wrappers, texts of chat-like channels in one (a guess). */
  function bodyOf(message, noteId, own) {
    if (message.drawnAs === "chat")
      return element("div", { class: "text-content-wrapper bubble" }, fillBody(element("span"), message));
    const body = fillBody(element("div", { class: "ticket_note", "data-note-id": noteId }), message);
    hideQuote(body, message, own);
    return element(
      "div",
      { "data-test-id": "conversation-content-wrapper", class: "bubble" },
      element("div", { "data-test-conversation": "conversation-text" }, body),
    );
  }

  function conversation(message, index, ticket, own) {
    const noteId = `${ticket.id}${String(index).padStart(4, "0")}`;
    emberIds += 1;
    return element(
      "div",
      {
        class: `ticket-details__item message message-${message.role}${CLASSES[message.drawnAs] ?? CLASSES[message.role]}`,
        "data-test-id": "conversation-wrapper",
        "data-album": `note_${noteId}`,
        id: `ember${emberIds}`,
      },
      avatar(message),
      element("div", { class: "message-main" }, heading(message, false), bodyOf(message, noteId, own)),
    );
  }

  /** Draws all again when somebody else adds nodes to a conversation; what was added is lost. */
  function guard(log, drawAgain) {
    const observer = new MutationObserver((changes) => {
      const isForeign = ({ target }) => target instanceof Element && target.closest(".ticket-details__item") !== null;
      if (changes.some(isForeign)) after(50, drawAgain);
    });
    observer.observe(log, { subtree: true, childList: true });
    return observer;
  }

  /** The log of a ticket; the page's own changes to it are made inside `own`. */
  function createLog(ticket) {
    const log = element("div", { class: "log" });
    let shown = options.newestShown;
    const observer = guard(log, () => own(draw));

    function own(run) {
      run();
      observer.takeRecords();
    }

    function loadMore(hidden) {
      const more = element("button", { "data-test-button": "load-more", class: "quiet-button", type: "button" });
      more.textContent = `+${hidden} ${labels.conversations}`;
      more.addEventListener("click", () => {
        if (more.classList.contains("pending")) return;
        own(() => {
          more.classList.add("pending");
          more.after(element("div", { class: "conversation-dotted-loader" }));
        });
        after(delaysMs.loadMore, () => {
          shown += options.newestShown;
          own(draw);
        });
      });
      return more;
    }

    function draw() {
      const [first, ...others] = ticket.messages;
      const hidden = Math.max(0, others.length - shown);
      log.replaceChildren(
        ...(first === undefined ? [] : [description(first, ticket, own)]),
        ...(hidden > 0 ? [loadMore(hidden)] : []),
        ...others.slice(hidden).map((message, index) => conversation(message, hidden + index + 1, ticket, own)),
      );
    }

    function addNewest() {
      const index = ticket.messages.length - 1;
      own(() => log.append(conversation(ticket.messages[index], index, ticket, own)));
    }

    function translate(index, text) {
      const item = log.querySelectorAll(".ticket-details__item")[index];
      item.querySelector("#ticket_original_request p, .ticket_note p").firstChild.data = text;
    }

    return { element: log, draw: () => own(draw), addNewest, translate };
  }

  return { createLog };
})();
