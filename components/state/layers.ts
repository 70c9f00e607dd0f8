/** What `Esc` closes before all else: questions and details that stand open, the latest first. */
export type Layers = {
  /** Puts a layer on top; the answer takes it off again. */
  add(close: () => void): () => void;
  /** False when no layer stood open. */
  closeTop(): boolean;
};

export function createLayers(): Layers {
  const open: { close: () => void }[] = [];
  return {
    add(close) {
      const layer = { close };
      open.push(layer);
      return () => {
        const at = open.indexOf(layer);
        if (at !== -1) open.splice(at, 1);
      };
    },
    closeTop() {
      const top = open.at(-1);
      top?.close();
      return top !== undefined;
    },
  };
}
