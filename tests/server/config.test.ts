import { expect, test } from "vitest";
import { ConfigError, readConfig } from "../../server/config";

test("has defaults for everything", () => {
  expect(readConfig({})).toEqual({ databaseUrl: null, port: 8787, host: "127.0.0.1", dataDir: ".data/server" });
});

test("takes what the environment says and leaves the rest of it alone", () => {
  const config = readConfig({
    DATABASE_URL: "postgresql://ada:secret@db.acme.example/souffleur",
    PORT: "9000",
    HOST: "::1",
    SOUFFLEUR_DATA: "/srv/souffleur",
    PATH: "/bin",
  });

  expect(config).toEqual({
    databaseUrl: "postgresql://ada:secret@db.acme.example/souffleur",
    port: 9000,
    host: "::1",
    dataDir: "/srv/souffleur",
  });
});

test("reads an empty variable as not set", () => {
  expect(readConfig({ DATABASE_URL: "", PORT: " " })).toMatchObject({ databaseUrl: null, port: 8787 });
});

test("names every variable that is wrong, without its value, which may hold a password", () => {
  const read = () => readConfig({ DATABASE_URL: "mysql://ada:secret@db", PORT: "http" });

  expect(read).toThrow(ConfigError);
  expect(read).toThrow(/DATABASE_URL: expected an address such as postgres[\s\S]*PORT: expected a port/);
  expect(read).not.toThrow(/ada/);
});
