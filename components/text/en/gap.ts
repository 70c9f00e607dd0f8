/** Reporting what no article covers. */
export const gap = {
  title: "Report a gap",
};
