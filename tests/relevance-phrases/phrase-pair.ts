/** What a customer writes, and the title of the article that answers it. */
export type PhrasePair = [ticketPhrase: string, articlePhrase: string];
