export type { Connection, PastLibrary } from "../db/settings-database";
