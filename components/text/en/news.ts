/** What is new for the agent. */
export const news = {
  title: "What is new",
};
