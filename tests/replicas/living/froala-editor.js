// An editor after Froala's manner: its DOM is its content, with undo and canned responses of its own.
globalThis.froalaModel = (() => {
  const { options, element } = globalThis.deskKit;
  const { keepSteps, insertPasted, cleaned } = globalThis.editorSteps;
  const PUT_BACK_MS = 60;

  function contentHtml(draft) {
    const { signatureHtml = "", quotedHtml = "" } = options;
    const quoted =
      quotedHtml === ""
        ? ""
        : `<div class="freshdesk_quote"><button class="fr-quoted-marker-remove" type="button" contenteditable="false">×</button><blockquote>${quotedHtml}</blockquote></div>`;
    return `${draft ?? "<p><br></p>"}${signatureHtml}${quoted}`;
  }

  /** "/" at the end of a line opens the menu. */
  function watchSlash(editable) {
    editable.addEventListener("input", () => {
      const { focusNode, focusOffset } = document.getSelection();
      const before = editable.contains(focusNode) ? (focusNode.textContent ?? "").slice(0, focusOffset) : "";
      document.querySelector(".canned-responses")?.remove();
      if (before.endsWith("/")) document.body.append(element("ul", { class: "canned-responses", role: "listbox" }));
    });
  }

  /** Puts what was not typed out again, for `holds: false`. */
  function putBackWhatWasNotTyped(editable) {
    let typed = editable.innerHTML;
    editable.addEventListener("keyup", () => {
      typed = editable.innerHTML;
    });
    editable.addEventListener("input", () => {
      setTimeout(() => {
        editable.innerHTML = typed;
      }, PUT_BACK_MS);
    });
  }

  /** An editable with content, and what would be sent: its own DOM, without its controls. */
  function createEditor({ label, draft }) {
    const editable = element("div", {
      class: "fr-element fr-view editor",
      contenteditable: "true",
      role: "textbox",
      "aria-label": label,
    });
    editable.innerHTML = contentHtml(draft);
    const steps = keepSteps(editable);
    editable.addEventListener("input", steps.save);
    editable.addEventListener("paste", (event) => {
      event.preventDefault();
      const html = event.clipboardData.getData("text/html") || event.clipboardData.getData("text/plain");
      insertPasted(editable, cleaned(html));
      steps.save();
    });
    editable.addEventListener("click", (event) => {
      if (event.target.closest(".fr-quoted-marker-remove")) event.target.closest(".freshdesk_quote").remove();
    });
    watchSlash(editable);
    if (options.holds === false) putBackWhatWasNotTyped(editable);
    const readContent = () => {
      const copy = editable.cloneNode(true);
      for (const control of copy.querySelectorAll(".fr-quoted-marker-remove")) control.remove();
      return copy.innerHTML;
    };
    return { editable, readContent };
  }

  return { createEditor };
})();
