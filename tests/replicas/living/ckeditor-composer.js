// The real CKEditor in the composer. The page brings the editor's own script along, as text.
globalThis.ckeditorComposer = (() => {
  const { options } = globalThis.deskKit;
  const source = new Blob([document.getElementById("ckeditor-source").textContent], { type: "text/javascript" });
  const loading = import(URL.createObjectURL(source));
  const makings = new Set();

  const plugins = ({ Essentials, Paragraph, Bold, Italic, Link, AutoLink, List, BlockQuote, Autoformat }, isPlain) => {
    if (isPlain) return [Essentials, Paragraph];
    const links = options.takesLinks === false ? [] : [Link, AutoLink];
    return [Essentials, Paragraph, Bold, Italic, List, BlockQuote, Autoformat, ...links];
  };

  /** Makes an editor of an editable. `readContent` answers what would be sent. */
  function takeOver(editable, { isPlain }) {
    let editor = null;
    const html = editable.innerHTML;
    const making = loading.then(async (ckeditor) => {
      const config = { licenseKey: "GPL", plugins: plugins(ckeditor, isPlain), initialData: html };
      editor = await ckeditor.DecoupledEditor.create(editable, config);
    });
    makings.add(making);
    return { readContent: () => editor?.getData() ?? html };
  }

  /** Settles when every editor stands. */
  const ready = async () => {
    await Promise.all([...makings]);
    return true;
  };

  return { takeOver, ready };
})();
