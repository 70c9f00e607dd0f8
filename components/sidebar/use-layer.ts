import { useLayoutEffect, useRef } from "preact/hooks";
import { usePanelModel } from "../state/panel-model";

/** While it is open, `Esc` closes this before what lies under it. */
export function useLayer(isOpen: boolean, close: () => void): void {
  const { layers } = usePanelModel();
  const latest = useRef(close);
  latest.current = close;
  // Before the next frame: what is on screen can be closed.
  useLayoutEffect(() => (isOpen ? layers.add(() => latest.current()) : undefined), [isOpen, layers]);
}
