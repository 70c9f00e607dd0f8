/** Moves the focus among a menu's lines by a key; false when the key moves nothing. */
export function focusFrom(lines: readonly HTMLElement[], key: string): boolean {
  const at = lines.indexOf(document.activeElement as HTMLElement);
  const next = nextLine(lines, at, key);
  next?.focus();
  return next !== undefined;
}

function nextLine(lines: readonly HTMLElement[], at: number, key: string): HTMLElement | undefined {
  switch (key) {
    case "ArrowDown":
      return lines[(at + 1) % lines.length];
    case "ArrowUp":
      return lines.at(at <= 0 ? -1 : at - 1);
    case "Home":
      return lines[0];
    case "End":
      return lines.at(-1);
  }
  if (key.length !== 1 || key === " ") return undefined;
  const letter = key.toLocaleLowerCase();
  const fromHere = [...lines.slice(at + 1), ...lines.slice(0, at + 1)];
  return fromHere.find((line) => (line.textContent ?? "").trim().toLocaleLowerCase().startsWith(letter));
}
