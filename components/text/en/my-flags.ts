/** The agent's own flags. */
export const myFlags = {
  title: "My flags",
};
