/** No container engine runs in tests; what can be said of the files without one is checked here. */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "../../../lib/contract/zod";
import { readConfig, VARIABLES } from "../../../server/config";

const ROOT = resolve(import.meta.dirname, "../../..");
const read = (name: string) => readFileSync(join(ROOT, name), "utf8");

const serviceSchema = z.looseObject({
  image: z.string().optional(),
  environment: z.record(z.string(), z.string()),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  healthcheck: z.looseObject({ test: z.array(z.string()) }).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
});
const composeSchema = z.object({
  services: z.record(z.string(), serviceSchema),
  volumes: z.record(z.string(), z.null()),
});

/** Instructions with their arguments, lines that go on joined. */
const instructions = read("Dockerfile")
  .replace(/\\\n/g, " ")
  .split("\n")
  .filter((line) => line.trim() !== "" && !line.startsWith("#"))
  .map((line) => {
    const [name = "", ...rest] = line.trim().split(/\s+/);
    return { name, text: rest.join(" ") };
  });
const textsOf = (name: string) => instructions.filter((one) => one.name === name).map(({ text }) => text);

describe("the Dockerfile", () => {
  test("starts from a version of Node the project runs on, pinned by its major", () => {
    const [base = ""] = textsOf("FROM");

    expect(base).toMatch(/^node:(2\d)-slim$/);
    expect(textsOf("FROM")).toHaveLength(1);
  });

  test("knows instructions only that exist", () => {
    const known = [
      "FROM",
      "ENV",
      "WORKDIR",
      "COPY",
      "RUN",
      "USER",
      "VOLUME",
      "EXPOSE",
      "HEALTHCHECK",
      "ENTRYPOINT",
      "CMD",
    ];

    expect(instructions.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
  });

  test("copies what is there and what .dockerignore lets through", () => {
    const allowed = read(".dockerignore")
      .split("\n")
      .filter((line) => line.startsWith("!"))
      .map((line) => line.slice(1));

    const sources = textsOf("COPY").flatMap((text) => text.split(" ").slice(0, -1));

    expect(sources.filter((source) => !existsSync(join(ROOT, source)))).toEqual([]);
    expect(sources.filter((source) => !allowed.includes(source))).toEqual([]);
  });

  test("runs as nobody special, says how it feels and starts Node itself", () => {
    const afterUser = instructions.slice(instructions.findIndex(({ name }) => name === "USER"));

    expect(textsOf("USER")).toEqual(["node"]);
    expect(afterUser.map(({ name }) => name)).toEqual(expect.arrayContaining(["HEALTHCHECK", "ENTRYPOINT", "CMD"]));
    expect(JSON.parse(textsOf("ENTRYPOINT")[0] ?? "")).toEqual(["node", "--import", "tsx", "server/main.ts"]);
    expect(textsOf("HEALTHCHECK")[0]).toContain("/ready");
  });

  test("installs what the server starts with, and nothing for development", () => {
    const { dependencies } = z
      .object({ dependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(read("package.json")));

    expect(textsOf("RUN").join()).toContain("npm ci --omit=dev --ignore-scripts");
    expect(Object.keys(dependencies)).toContain("tsx");
  });

  test("sets an environment that the server takes, without a secret", () => {
    const set = Object.fromEntries(
      textsOf("ENV")
        .flatMap((text) => text.split(/\s+/))
        .map((pair) => pair.split("=") as [string, string]),
    );

    expect(readConfig(set)).toMatchObject({ host: "0.0.0.0", port: 8787, dataDir: "/data", log: "json", warnings: [] });
    expect(JSON.stringify(set)).not.toMatch(/password|token/i);
  });
});

describe("compose.yaml", () => {
  const { services, volumes } = composeSchema.parse(parse(read("compose.yaml")));

  test("has the server wait for a PostgreSQL that answers", () => {
    expect(services.server?.depends_on).toEqual({ postgres: { condition: "service_healthy" } });
    expect(services.postgres?.healthcheck?.test.join(" ")).toContain("pg_isready");
    expect(services.postgres?.image).toMatch(/^postgres:\d+$/);
  });

  test("sets variables only that the server knows, and takes secrets from .env", () => {
    const environment = services.server?.environment ?? {};

    expect(Object.keys(environment).filter((name) => !Object.hasOwn(VARIABLES, name))).toEqual([]);
    expect(environment.DATABASE_URL).toContain(`:\${POSTGRES_PASSWORD:?`);
    expect(services.postgres?.environment.POSTGRES_PASSWORD).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
  });

  test("keeps the data in a volume, and the port to this machine", () => {
    const [volume = ""] = services.postgres?.volumes ?? [];

    expect(Object.keys(volumes)).toContain(volume.split(":")[0]);
    expect(services.server?.ports).toEqual(["127.0.0.1:8787:8787"]);
    expect(services.postgres?.ports).toBeUndefined();
  });
});
