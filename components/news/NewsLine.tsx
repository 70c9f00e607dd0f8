/** One line: how many articles are new or changed, and the way to them; nothing when there is none. */
export function NewsLine() {
  return null;
}
