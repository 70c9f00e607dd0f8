// An editor with a model of its own, as CKEditor is one: what is changed in its DOM without it is put back at once.
globalThis.composerModel = (() => {
  const { keepSteps, insertPasted, cleaned } = globalThis.editorSteps;
  const PUT_BACK_MS = 50;

  const textOnly = (text) => document.createRange().createContextualFragment(escaped(text).replaceAll("\n", "<br>"));
  const escaped = (text) => text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]);

  /** Takes an editable over. Answers how to read what would be sent; `holds: false` puts pasted text out again too. */
  function takeOver(editable, { isPlain, holds }) {
    const steps = keepSteps(editable);
    let model = editable.innerHTML;
    const putBack = () => {
      if (editable.innerHTML !== model) editable.innerHTML = model;
    };
    new MutationObserver(() => setTimeout(putBack, PUT_BACK_MS)).observe(editable, {
      ...{ childList: true, characterData: true, subtree: true },
    });
    const accept = () => {
      model = editable.innerHTML;
      steps.save();
    };
    editable.addEventListener("keydown", () => {
      model = editable.innerHTML;
    });
    // What a person types is taken; a script's own `input` event is nobody's typing.
    editable.addEventListener("input", (event) => event.isTrusted && event.inputType?.startsWith("insert") && accept());
    editable.addEventListener("paste", (event) => {
      event.preventDefault();
      const html = event.clipboardData.getData("text/html");
      const plain = event.clipboardData.getData("text/plain");
      insertPasted(editable, html === "" || isPlain ? textOnly(plain) : cleaned(html));
      if (holds) accept();
    });
    return { readContent: () => model };
  }

  return { takeOver };
})();
