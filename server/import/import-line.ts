/** A line of an import file, or why it could not even be read as text. */
export type ImportLine = string | { unreadable: string };
