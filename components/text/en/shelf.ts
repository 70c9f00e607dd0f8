/** What is at hand before a search. */
export const shelf = {
  title: "At hand",
};
