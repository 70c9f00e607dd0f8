import { readFile, writeFile } from "node:fs/promises";

/** Three significant digits: more would be noise. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

/** Puts numbers in the place of those after `name:` in a source file. Throws when a name is not there exactly once. */
export async function writeNumbers(path: string, numbers: Record<string, number>): Promise<void> {
  let source = await readFile(path, "utf8");
  for (const [name, value] of Object.entries(numbers)) {
    const pattern = new RegExp(`(^\\s*${name}: )-?[\\d.e-]+(,)`, "gm");
    if ([...source.matchAll(pattern)].length !== 1) throw new Error(`${path} does not have "${name}:" exactly once.`);
    source = source.replace(pattern, `$1${rounded(value)}$2`);
  }
  await writeFile(path, source);
  console.log(`\nWritten to ${path}`);
}
