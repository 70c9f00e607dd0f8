/** What is new or changed since the agent last looked. */
export function NewsPage() {
  return null;
}
