/** The notices for the ticket in front; nothing when there is none. */
export function NoticeList() {
  return null;
}
