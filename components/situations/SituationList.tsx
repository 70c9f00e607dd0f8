/** The situations the ticket in front tells of, with their articles; nothing when there is none. */
export function SituationList() {
  return null;
}
