/** The agent's own flags and what became of each. */
export function MyFlagsPage() {
  return null;
}
