import { useEffect, useRef } from "preact/hooks";
import { usePanelModel } from "../state/panel-model";

/** While it is open, `Esc` closes this before what lies under it. */
export function useLayer(isOpen: boolean, close: () => void): void {
  const { layers } = usePanelModel();
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => (isOpen ? layers.add(() => latest.current()) : undefined), [isOpen, layers]);
}
