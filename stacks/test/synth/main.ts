// One synth in a process of its own: Pulumi and SST keep what they made in module state.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { answeredBy, createdBy, type Place } from "./aws.ts";
import { buildHandler } from "./buildHandler.ts";
import { bundleProgram, type Change, platform, root } from "./bundle.ts";
import { serveCli } from "./rpcServer.ts";

/** `functions`: where the handlers are bundled to; without it they are not bundled. */
export type Order = { stage: string; place: Place; out: string; functions?: string; changes?: Change[] };
/** A resource as it was registered. */
export type Resource = {
  type: string;
  name: string;
  inputs: Record<string, string>;
  protect: boolean;
  retain: boolean;
};

const order = JSON.parse(process.argv[2] ?? "") as Order;
// Less than whoever waits for it: both cores may be busy with something else.
const watchdog = setTimeout(() => fail(new Error("the synth did not end within 140 seconds")), 140_000);
watchdog.unref();

let building = Promise.resolve<unknown>(undefined);
const resources: Resource[] = [];
const failures: unknown[] = [];
process.on("unhandledRejection", (error) => fail(error));
process.on("uncaughtException", fail);

// SST's sources look at it while they load, before `app()` can be asked.
const app = { stage: order.stage, providers: {} };
Object.assign(globalThis, { $app: app });
const program = await load();
const settings = Object.assign(app, await program.app({ stage: order.stage }));
Object.assign(globalThis, {
  $cli: { command: "deploy", paths: { root, platform, home: join(root, ".sst"), work: join(root, ".sst") } },
});
const cli = await serveCli({
  "Provider.Aws.Bootstrap": () => ({ asset: "sst-asset-bootstrap", state: "sst-state-bootstrap" }),
  "Runtime.Build": buildOrPretend,
});
process.env.SST_SERVER = cli.url;

const pulumi = createRequire(join(platform, "package.json"))("@pulumi/pulumi");
await pulumi.runtime.setMocks(mocks(), settings.name, order.stage, false);
watchRegistrations();
let outputs: unknown;
process.on("beforeExit", () => void finish());
try {
  outputs = await pulumi.runtime.runInPulumiStack(program.start);
} catch (error) {
  failures.push(error);
}

async function load() {
  const file = join(platform, `synth-${process.pid}.mjs`);
  try {
    await bundleProgram(file, order.changes);
    return await import(file);
  } finally {
    rmSync(file, { force: true });
  }
}

/** One after the other: bundlers side by side only wait for each other. */
function buildOrPretend(input: Parameters<typeof buildHandler>[0]) {
  const built = building.then(() => buildOne(input));
  building = built.catch(() => {});
  return built;
}

async function buildOne(input: Parameters<typeof buildHandler>[0]) {
  const out = join(order.functions ?? join(root, ".sst/synth"), input.functionID);
  mkdirSync(out, { recursive: true });
  if (!order.functions) return { handler: input.handler, out, errors: [], sourcemaps: [] };
  const { metafile, ...built } = await buildHandler(input, out);
  writeFileSync(join(out, "metafile.json"), JSON.stringify(metafile));
  return built;
}

function mocks() {
  return {
    newResource: ({ type, name, inputs }: { type: string; name: string; inputs: Record<string, string> }) => {
      if (/^(sst:|pulumi:)/.test(type)) return { id: name, state: inputs };
      return createdBy(order.place, type, name, inputs);
    },
    call: ({ token }: { token: string }) => answeredBy(order.place, token),
  };
}

type Registration = Record<
  "getType" | "getName" | "getObject" | "getProtect" | "getRetainondelete",
  () => never
>;

/** Mocks do not say what is protected, retained or only read. */
function watchRegistrations(): void {
  const { MockMonitor } = createRequire(join(platform, "package.json"))("@pulumi/pulumi/runtime/mocks");
  const { deserializeProperties } = createRequire(join(platform, "package.json"))(
    "@pulumi/pulumi/runtime/rpc",
  );
  const register = MockMonitor.prototype.registerResource;
  MockMonitor.prototype.registerResource = function registerWatched(request: never, callback: never) {
    const read = request as Registration;
    resources.push({
      type: read.getType(),
      name: read.getName(),
      inputs: plainOf(deserializeProperties(read.getObject())) as Record<string, string>,
      protect: Boolean(read.getProtect()),
      retain: Boolean(read.getRetainondelete()),
    });
    return register.call(this, request, callback);
  };
}

/** Secrets unwrapped, so that rules can look into them. */
function plainOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainOf);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  if ("4dabf18193072939515e22adb298388d" in value && "value" in value) return plainOf(value.value);
  return Object.fromEntries(entries.map(([key, each]) => [key, plainOf(each)]));
}

/** Nothing is left to do: every resource is registered. */
async function finish(): Promise<void> {
  process.removeAllListeners("beforeExit");
  if (failures.length > 0) fail(failures[0]);
  writeFileSync(order.out, JSON.stringify({ app, resources, outputs: await plainOutputs(outputs) }));
  process.exit(0);
}

async function plainOutputs(from: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    pulumi.output(from).apply(resolve);
  });
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exit(1);
}
