import type { Text } from "../text/text";

/** Keys that do the same, and what they do. `Enter` and `Escape` are shown as they are called in the language. */
export type KeyRow = { keys: string[]; meaning: string };

type KeyGroup = { name: string; rows: KeyRow[] };

const row = (meaning: string, ...keys: string[]): KeyRow => ({ keys, meaning });

/** Every key of the panel, by where it works. */
export function keyGroups({ keys, article, notice, capture, myFlags }: Text): KeyGroup[] {
  return [
    {
      name: keys.groups.everywhere,
      rows: [
        row(keys.search, "/"),
        row(keys.move, "j", "k", "↓", "↑"),
        row(keys.news, "v"),
        row(myFlags.title, "l"),
        row(keys.back, "Escape"),
        row(keys.help, "?"),
      ],
    },
    {
      name: keys.groups.list,
      rows: [
        row(keys.newer, "n"),
        row(notice.keys.understood, "u"),
        row(notice.keys.notHere, "x"),
        row(keys.gap, "g"),
        row(capture.title, "d"),
      ],
    },
    {
      name: keys.groups.article,
      rows: [
        row(keys.open, "Enter"),
        row(keys.insert, "i"),
        row(keys.copy, "c"),
        row(keys.flag, "f"),
        row(keys.pin, "p"),
        row(keys.why, "w"),
      ],
    },
    {
      name: keys.groups.reading,
      rows: [
        row(keys.insertAnswer, "a"),
        row(keys.quote, "q"),
        row(article.keys.find, "s"),
        row(article.keys.matches, "m", "M"),
        row(article.keys.copyText, "t"),
        row(article.keys.openUrl, "o"),
      ],
    },
  ];
}
