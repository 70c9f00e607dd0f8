/** The first steps, and what an update brought. */
export const firstRun = {
  title: "Welcome",
};
