/** Notices of the team. */
export const notice = {
  title: "Notices",
};
