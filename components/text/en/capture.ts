/** Writing an article from a ticket. */
export const capture = {
  title: "Draft an article",
  fromTicket: "Draft an article from this ticket",
};
