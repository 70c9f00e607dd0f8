/** The agent's own flags. */
import { createCounted } from "../counted";

const counted = createCounted("en");

export const myFlags = {
  title: "My flags",
  newOutcomes: counted({ one: "# new answer", other: "# new answers" }),
  isNew: "New",
  flaggedAt: (moment: string) => `Flagged ${moment}`,
  answeredAt: (day: string) => `answered ${day}`,
  loading: "Reading your flags…",
  none: "You have not flagged anything yet",
  noneHint: "When an article is wrong, press its flag or the f key. What becomes of it appears here.",
  failed: "Your flags could not be read",
};
