// The log of one ticket: its newest messages, and older ones on demand.
globalThis.zendeskLog = (() => {
  const { options, labels, element, after } = globalThis.deskKit;
  const { article, translate } = globalThis.zendeskMessages;
  const { delaysMs } = options;

  /** So near to its end, in pixels, a scrolled log asks for more. */
  const NEAR = 60;

  const sentinel = (number) => element("div", { "data-test-id": `convo_log_sentinel_${number}` });

  function createLog(ticket) {
    const [top, bottom] = [sentinel(1), sentinel(2)];
    const log = element("div", { role: "log" }, top, bottom);
    const more = element(
      "button",
      { "data-test-id": "convolog-show-more-button", class: "quiet-button", type: "button" },
      labels.showMore,
    );
    /** Drawn are the messages from `from` on, up to but without `to`. */
    let [from, to] = [0, 0];
    let isLoading = false;

    const articles = () => [...log.querySelectorAll(":scope > article")];
    const draw = (first, end) =>
      ticket.messages.slice(first, end).map((message, index) => article(message, first + index, ticket));

    function offerOlder() {
      if (from > 0 && options.olderBy === "button") top.after(more);
      else more.remove();
    }

    /** A guess that no source reports: what is far from the eye is taken out of the page again. */
    function dropFar(end) {
      const excess = articles().length - (options.mostDrawn ?? Number.POSITIVE_INFINITY);
      if (excess <= 0) return;
      const dropped = end === "newest" ? articles().slice(-excess) : articles().slice(0, excess);
      for (const far of dropped) far.remove();
      if (end === "newest") to -= excess;
      else from += excess;
    }

    function drawNewest() {
      [from, to] = [Math.max(0, ticket.messages.length - options.newestShown), ticket.messages.length];
      log.replaceChildren(top, ...draw(from, to), bottom);
      offerOlder();
    }

    function drawOlder() {
      const first = Math.max(0, from - options.newestShown);
      const scroller = log.parentElement;
      const heightBefore = scroller.scrollHeight;
      (articles()[0] ?? bottom).before(...draw(first, from));
      from = first;
      scroller.scrollTop += scroller.scrollHeight - heightBefore;
      dropFar("newest");
      offerOlder();
    }

    function drawNewer() {
      const end = Math.min(ticket.messages.length, to + options.newestShown);
      bottom.before(...draw(to, end));
      to = end;
      dropFar("oldest");
    }

    function load(run) {
      if (isLoading) return;
      isLoading = true;
      after(delaysMs.showMore, () => {
        isLoading = false;
        run();
      });
    }

    /** For the element that scrolls: the sentinels have come near. */
    function followScrolling(scroller) {
      if (scroller.scrollTop < NEAR && from > 0) load(drawOlder);
      else if (scroller.scrollTop + scroller.clientHeight > scroller.scrollHeight - NEAR && to < ticket.messages.length)
        load(drawNewer);
    }

    /** Draws the ticket's last message where the newest ones are drawn. */
    function addNewest() {
      if (to < ticket.messages.length - 1) return;
      to = ticket.messages.length;
      bottom.before(...draw(to - 1, to));
    }

    more.addEventListener("click", () => load(drawOlder));
    return {
      ...{ element: log, drawNewest, addNewest, followScrolling },
      translate: (index, text) => translate(articles()[index - from], text),
    };
  }

  return { createLog };
})();
