/** One of two articles that are compared: its text, with a heading and a title where they matter. */
export type Side = string | { title?: string; heading?: string; text: string };
