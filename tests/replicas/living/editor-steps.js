// Undo as editors with a stack of their own do it: a snapshot of HTML and caret after each change.
globalThis.editorSteps = (() => {
  const pathTo = (root, node) => {
    const path = [];
    for (let at = node; at !== root; at = at.parentNode) path.unshift([...at.parentNode.childNodes].indexOf(at));
    return path;
  };

  function caretOf(editable) {
    const { focusNode, focusOffset } = document.getSelection();
    return editable.contains(focusNode) ? { path: pathTo(editable, focusNode), offset: focusOffset } : null;
  }

  function restore(editable, { html, caret }) {
    editable.innerHTML = html;
    if (caret === null) return;
    const node = caret.path.reduce((at, index) => at?.childNodes[index], editable);
    if (node) document.getSelection().collapse(node, caret.offset);
  }

  /** Keeps the steps of one editable, and answers its undo and redo keys itself. */
  function keepSteps(editable) {
    const snapshot = () => ({ html: editable.innerHTML, caret: caretOf(editable) });
    const steps = [snapshot()];
    let at = 0;
    const save = () => {
      if (steps[at].html === editable.innerHTML) return;
      steps.splice(at + 1, steps.length, snapshot());
      at += 1;
    };
    const move = (by) => {
      if (steps[at + by] === undefined) return;
      at += by;
      restore(editable, steps[at]);
    };
    editable.addEventListener("keydown", (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.keyCode !== 90) return;
      event.preventDefault();
      move(event.shiftKey ? 1 : -1);
    });
    return { save, current: () => steps[at] };
  }

  /** Puts pasted nodes in place of what is selected; at the end when nothing is. */
  function insertPasted(editable, fragment) {
    const selection = document.getSelection();
    const range = editable.contains(selection.anchorNode) ? selection.getRangeAt(0) : document.createRange();
    if (!editable.contains(selection.anchorNode)) {
      range.selectNodeContents(editable);
      range.collapse(false);
    }
    range.deleteContents();
    range.insertNode(fragment);
    range.collapse(false);
    selection.removeAllRanges();
    selection.addRange(range);
  }

  const KEPT = "a, b, blockquote, br, em, i, li, ol, p, strong, u, ul";

  /** What editors leave of pasted HTML: plain structure, and the addresses of links. */
  function cleaned(html) {
    const { body } = new DOMParser().parseFromString(html, "text/html");
    for (const found of body.querySelectorAll("script, style, iframe, object, img")) found.remove();
    for (const found of body.querySelectorAll("*")) {
      for (const { name } of [...found.attributes]) {
        if (!(name === "href" && /^https?:/.test(found.href))) found.removeAttribute(name);
      }
      if (!found.matches(KEPT)) found.replaceWith(...found.childNodes);
    }
    const fragment = document.createDocumentFragment();
    fragment.append(...document.importNode(body, true).childNodes);
    return fragment;
  }

  return { keepSteps, insertPasted, cleaned };
})();
