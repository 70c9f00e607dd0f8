/** Customer situations. */
export const situation = {
  title: "Situation",
};
