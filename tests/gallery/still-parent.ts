/**
 * In a frame of the index: a scene that gives something the focus, or scrolls it into sight, must not scroll the index as
 * browsers would.
 */
export function keepParentStill(): void {
  const frame = window.frameElement;
  if (!frame) return;
  const row = frame.closest(".gallery-frames");
  const { focus } = HTMLElement.prototype;
  const { scrollIntoView } = Element.prototype;
  function still(act: () => void): void {
    const [left, top, rowLeft] = [parent.scrollX, parent.scrollY, row?.scrollLeft ?? 0];
    act();
    parent.scrollTo({ left, top, behavior: "instant" });
    row?.scrollTo({ left: rowLeft, behavior: "instant" });
  }
  HTMLElement.prototype.focus = function (options) {
    still(() => focus.call(this, options));
  };
  Element.prototype.scrollIntoView = function (options) {
    still(() => scrollIntoView.call(this, options));
  };
}
