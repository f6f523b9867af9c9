import { describe, expect, test } from "vitest";
import { cronOf } from "../cron.ts";
import { settings } from "../settings.ts";

const good = { bureau: "局", languages: ["zh-CN"], sweepAt: "06:00", logDays: 180, alarmEmails: [] };
const withStage = (change: object) => () =>
  settings("production", { production: { ...good, ...change }, personal: good });

const machines = {
  issuer: "https://x.example",
  audience: "dunmiao-api",
  jwksUri: "https://x.example/keys",
};

describe("settings are refused before anything is created", () => {
  test.each([
    ["no bureau", { bureau: " " }],
    ["an unknown language", { languages: ["fr"] }],
    ["no language", { languages: [] }],
    ["a language twice", { languages: ["en", "en"] }],
    ["an issuer without TLS", { oidc: { issuer: "http://sign-in.example", clientId: "dunmiao" } }],
    ["an issuer to whom nobody is known", { oidc: { issuer: "https://sign-in.example" } }],
    [
      "a client secret in plain sight",
      { oidc: { issuer: "https://x.example", clientId: "d", clientSecret: "hush" } },
    ],
    [
      "tokens of people that would do for machines",
      { oidc: { issuer: "https://x.example", clientId: "d" }, machines: { ...machines, audience: "d" } },
    ],
    ["machines that nobody could let in", { machines }],
    ["keys without TLS", { passphrases: true, machines: { ...machines, jwksUri: "http://x.example/keys" } }],
    ["25 o'clock", { sweepAt: "25:00" }],
    ["a time without minutes", { sweepAt: "6" }],
    ["days that CloudWatch does not know", { logDays: 181 }],
    ["logs of production for a month", { logDays: 30 }],
    ["no address", { alarmEmails: ["duty"] }],
    ["a robot's address in place of yes", { wecomRobot: "https://robot.example/send?key=hush" }],
    ["a setting that nobody reads", { oidcClientSecret: "hush" }],
    ["an address of mail that is no address of the web", { securityContact: "duty@dunmiao.example" }],
    ["a contact in plain http", { securityContact: "http://dunmiao.example/security" }],
    ["a certificate that is none", { domain: { name: "dunmiao.example", certificateArn: "arn:aws:s3:::x" } }],
  ])("%s", (_what, change) => {
    expect(withStage(change)).toThrow(/stages\.json is wrong/);
  });

  test.each(["Production", "a_b", "1st", "", "x".repeat(21)])("the stage %j", (stage) => {
    expect(() => settings(stage)).toThrow(/is no stage/);
  });
});

test("good settings pass; every stage but production is a personal one", () => {
  expect(
    withStage({
      oidc: { issuer: "https://sign-in.example", clientId: "dunmiao" },
      machines,
      domain: undefined,
      securityContact: "mailto:duty@dunmiao.example",
    })(),
  ).toMatchObject({
    isProduction: true,
    securityContact: "mailto:duty@dunmiao.example",
  });
  expect(settings("production").isProduction).toBe(true);
  expect(settings("li").isProduction).toBe(false);
});

test.each([
  ["06:00", "cron(0 22 * * ? *)"],
  ["08:00", "cron(0 0 * * ? *)"],
  ["00:30", "cron(30 16 * * ? *)"],
  ["23:59", "cron(59 15 * * ? *)"],
])("%s in Shanghai is %s", (time, cron) => {
  expect(cronOf(time)).toBe(cron);
});
