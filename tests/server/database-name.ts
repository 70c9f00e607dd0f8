import { randomBytes } from "node:crypto";

/** A name no other test run has. */
export function databaseName(): string {
  return `souffleur_test_${randomBytes(8).toString("hex")}`;
}

/** The address of another database on the same server. */
export function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
