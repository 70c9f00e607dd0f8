// What both living replicas share. Runs in the replica page itself, as a plain script before the desk's own.
globalThis.deskKit = (() => {
  const options = JSON.parse(document.getElementById("desk-options").textContent);

  /** An element with attributes and children; a string child is text, null is left out. */
  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes ?? {})) {
      if (value !== null && value !== undefined) made.setAttribute(attribute, value);
    }
    made.append(...children.flat().filter((child) => child !== null && child !== undefined));
    return made;
  }

  /** Runs after a delay: at once when it is 0, not at all when it is "never". */
  function after(delayMs, run) {
    if (delayMs === 0) run();
    else if (delayMs !== "never") setTimeout(run, delayMs);
  }

  /** Moves the address as a single-page application does. From a file there is no address to move. */
  function go(path) {
    try {
      if (location.pathname + location.search === path) return;
      if (options.moveBy === "replace") history.replaceState(null, "", path);
      else history.pushState(null, "", path);
    } catch {
      document.documentElement.dataset.address = path;
    }
  }

  /** The id in the address, when the address is a ticket's of this desk. */
  function addressedId(prefix) {
    const id = location.pathname.startsWith(prefix) ? location.pathname.slice(prefix.length).split("/")[0] : "";
    return options.tickets.some((ticket) => ticket.id === id) ? id : null;
  }

  /** The page of this desk whose address this is; null when it is none of them. */
  function addressedPage(paths) {
    const found = Object.entries(paths).find(([, path]) => location.pathname === path.split("?")[0]);
    return found?.[0] ?? null;
  }

  /** Takes over other options; modules read them when they need them. */
  function change({ delaysMs, ...others }) {
    Object.assign(options, others);
    Object.assign(options.delaysMs, delaysMs);
  }

  /** Links to tickets, as lists of any kind show them. */
  function ticketLinks(ticketPath, openTicket) {
    return options.tickets.map((ticket) => {
      const link = element("a", { href: ticketPath + ticket.id }, ticket.subject);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        openTicket(ticket.id);
      });
      return element("li", null, element("span", { class: "faint" }, `#${ticket.id}`), link);
    });
  }

  /** A marketplace app's frame; null when the desk has none. */
  const sideApp = () =>
    options.sideAppUrl === undefined
      ? null
      : element(
          "div",
          { "data-test-id": "app-element", class: "side-app" },
          element("iframe", { src: options.sideAppUrl, sandbox: "allow-scripts", title: "App" }),
        );

  /** The body of a message: paragraphs of escaped text, or the HTML it came with. */
  function fillBody(body, message) {
    if (message.html !== undefined) {
      body.innerHTML = message.html;
      return body;
    }
    for (const paragraph of (message.text ?? "").split("\n\n")) {
      const lines = paragraph.split("\n").flatMap((line, index) => (index === 0 ? [line] : [element("br"), line]));
      body.append(element("p", null, ...lines));
    }
    return body;
  }

  const timeFormat = new Intl.DateTimeFormat(options.language, { dateStyle: "medium", timeStyle: "short" });
  const timeText = (sentAt) => timeFormat.format(new Date(sentAt));

  const initials = (name) =>
    name
      .split(" ")
      .map((word) => word[0])
      .slice(0, 2)
      .join("");

  const avatar = (message) =>
    element("span", { class: `avatar avatar-${message.role}`, "aria-hidden": "true" }, initials(message.author));

  return {
    ...{ options, labels: options.labels, element, after, go, addressedId, addressedPage, change },
    ...{ ticketLinks, sideApp, fillBody, timeText, avatar },
  };
})();
