import type { LucideIcon } from "lucide-preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { useLayer } from "../sidebar/use-layer";
import { focusFrom } from "./menu-keys";

/** One line of a menu. `why` says why it cannot be done now: it stays reachable, and says so. */
export type MenuEntry = {
  label: string;
  onSelect(): void;
  icon?: LucideIcon;
  /** What the panel's keys press, as `data-action`; it works with the menu closed, too. */
  action?: string;
  shortcut?: string;
  isCurrent?: boolean;
  /** How far it is set in, 0 to 2. */
  depth?: number;
  why?: string | null;
};

type MenuProps = {
  label: string;
  icon: LucideIcon;
  entries: readonly MenuEntry[];
  /** Said beside the button for a moment: what the last choice came to. */
  hint?: string | null;
  action?: string;
};

/**
 * A button that opens a list of further actions: arrow keys, Home, End and first letters move in it, `Esc`, Tab or a press
 * elsewhere close it, and the focus comes back to the button unless the choice took it along.
 */
export function Menu({ label, icon: Icon, entries, hint = null, action }: MenuProps) {
  const menuId = useId();
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLSpanElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useLayer(isOpen, close);
  useEffect(() => {
    if (!isOpen) return;
    (list.current?.querySelector<HTMLElement>("[aria-current]") ?? linesOf(list.current)[0])?.focus();
    const onPress = ({ target }: Event) => {
      if (target instanceof Node && !box.current?.contains(target)) setOpen(false);
    };
    document.addEventListener("pointerdown", onPress);
    return () => document.removeEventListener("pointerdown", onPress);
  }, [isOpen]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Tab") setOpen(false);
    // Inside a menu letters and arrows move; the panel's own keys wait.
    if (event.key !== "Escape" && event.key !== "Tab") event.stopPropagation();
    if (focusFrom(linesOf(list.current), event.key)) event.preventDefault();
  }

  return (
    <span class="with-bubble menu" ref={box}>
      <button
        ref={button}
        type="button"
        class="icon-button"
        data-action={action}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={menuId}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" || isOpen) return;
          event.preventDefault();
          event.stopPropagation();
          setOpen(true);
        }}
      >
        <Icon size={15} aria-hidden="true" />
      </button>
      <div
        id={menuId}
        ref={list}
        class="menu-list"
        role="menu"
        aria-label={label}
        hidden={!isOpen}
        onKeyDown={onKeyDown}
      >
        {entries.map((entry, at) => (
          <MenuLine key={`${at}/${entry.label}`} entry={entry} isOpen={isOpen} onClose={close} />
        ))}
      </div>
      {hint !== null && !isOpen && <span class="hint-bubble">{hint}</span>}
    </span>
  );
}

function linesOf(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
}

type MenuLineProps = { entry: MenuEntry; isOpen: boolean; onClose(): void };

function MenuLine({ entry, isOpen, onClose }: MenuLineProps) {
  const { label, icon: Icon, action, shortcut, isCurrent = false, depth = 0, why = null, onSelect } = entry;
  return (
    <button
      type="button"
      class="menu-line"
      role="menuitem"
      tabIndex={-1}
      data-action={action}
      data-depth={depth}
      aria-label={label}
      aria-disabled={why !== null}
      aria-keyshortcuts={shortcut}
      aria-current={isCurrent ? "true" : undefined}
      title={why ?? undefined}
      onClick={() => {
        // First, so that a choice may take the focus along. A key may press a line of a menu that is closed.
        if (isOpen) onClose();
        onSelect();
      }}
    >
      {Icon && <Icon size={14} aria-hidden="true" />}
      <span class="menu-words">{label}</span>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a key's name cannot take the focus */}
      {shortcut !== undefined && <kbd aria-hidden="true">{shortcut}</kbd>}
    </button>
  );
}
