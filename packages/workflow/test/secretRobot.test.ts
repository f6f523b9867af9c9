import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { secretRobot } from "../src/secretRobot.ts";
import { robotWithSecret } from "./support/servers.ts";

const arn = "arn:aws:secretsmanager:local:000000000000:secret:robot-AbCdEf";
const text = "【墩苗】";
let servers: Awaited<ReturnType<typeof robotWithSecret>>;
beforeEach(async () => {
  servers = await robotWithSecret();
  const signing = { AWS_REGION: "local", AWS_ACCESS_KEY_ID: "local", AWS_SECRET_ACCESS_KEY: "local" };
  for (const [name, value] of Object.entries({ ...signing, ...servers.variables })) vi.stubEnv(name, value);
});
afterEach(() => {
  servers.stop();
  vi.unstubAllEnvs();
});

test("nothing is read before there is something to tell; then once for all texts", async () => {
  const tell = secretRobot(arn);
  expect(servers.secrets.got).toEqual([]);
  for (const _ of [1, 2, 3]) await tell(text);
  expect(servers.secrets.got).toMatchObject([
    { headers: { "x-amz-target": "secretsmanager.GetSecretValue" }, body: { SecretId: arn } },
  ]);
  expect(servers.robot.got).toHaveLength(3);
});

test("a secret that cannot be read fails that text alone", async () => {
  const tell = secretRobot(arn);
  servers.goAway(true);
  await expect(tell(text)).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  servers.goAway(false);
  await tell(text);
  expect(servers.robot.got).toHaveLength(1);
});

test.each(["", "not an address", "file:///etc/passwd"])(
  "%j is no address, and stands in no error",
  async (held) => {
    servers.held.SecretString = held;
    const failed = secretRobot(arn)(text);
    await expect(failed).rejects.toMatchObject({ name: "WecomError", message: "no-address" });
  },
);
