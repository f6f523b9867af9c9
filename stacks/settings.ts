import * as z from "zod";
import stages from "./stages.json" with { type: "json" };

/** Days for which CloudWatch can keep a log, of those that make sense here. */
const logDays = [30, 60, 90, 180, 365, 400, 731] as const;
/** Network logs are kept for at least six months (Cybersecurity Law, article 21, item 3). */
const leastProductionLogDays = 180;

const isHttps = { protocol: /^https$/ };
const stageSchema = z
  .strictObject({
    /** Shown at the head of every page. */
    bureau: z.string().trim().min(1).max(60),
    /** The organisation's sign-in (OpenID Connect); without it and passphrases the site answers 503 to everything but its health. */
    oidc: z
      .strictObject({
        issuer: z.url(isHttps),
        clientId: z.string().trim().min(1).max(200),
        /** Values of `acr` by which the provider says that it saw a second factor. */
        secondFactorAcr: z.array(z.string().regex(/^[^\s,]+$/)).default([]),
      })
      .optional(),
    /** Programs come in by bearer tokens of this issuer, where people can sign in; the audience is no client of people. */
    machines: z
      .strictObject({
        issuer: z.url(isHttps),
        audience: z.string().trim().min(1).max(200),
        jwksUri: z.url(isHttps),
      })
      .optional(),
    /** People sign in with passphrases that this stage keeps. */
    passphrases: z.boolean().default(false),
    /** Languages on offer; the first is the one of a new visitor. */
    languages: z
      .array(z.enum(["zh-CN", "en"]))
      .min(1)
      .refine((all) => new Set(all).size === all.length, "a language stands twice"),
    /** Time of the daily sweep in Asia/Shanghai, HH:MM. */
    sweepAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    logDays: z.literal(logDays),
    /** Who is told of alarms. */
    alarmEmails: z.array(z.email()),
    /** A WeCom group gets reminders; the address of its robot is put into the secret that the stage then has. */
    wecomRobot: z.boolean().default(false),
    /** To whom a weakness of the site is reported, at `/.well-known/security.txt`; without it there is no such page. */
    securityContact: z
      .string()
      .regex(/^(mailto|https|tel):\S+$/)
      .optional(),
    /** An address of one's own; the certificate lies in the same region. */
    domain: z
      .strictObject({
        name: z.hostname(),
        certificateArn: z.string().regex(/^arn:[\w-]+:acm:[\w-]+:\d{12}:certificate\/[\w-]+$/),
      })
      .optional(),
  })
  .refine(
    ({ machines, oidc }) => !machines || machines.audience !== oidc?.clientId,
    "machines.audience is oidc.clientId: tokens of people who sign in would be for it, too",
  )
  .refine(
    ({ machines, oidc, passphrases }) => !machines || oidc || passphrases,
    "machines without oidc and passphrases: nobody could open their accounts",
  );
const stagesSchema = z.strictObject({
  production: stageSchema.refine(
    (stage) => stage.logDays >= leastProductionLogDays,
    `logs of production are kept for at least ${leastProductionLogDays} days`,
  ),
  personal: stageSchema,
});

export type Settings = z.output<typeof stageSchema> & { isProduction: boolean };

/**
 * What `stages.json` says for a stage.
 * @throws Error that names every wrong setting, before anything is created
 */
export function settings(stage: string, all: unknown = stages): Settings {
  const parsed = stagesSchema.safeParse(all);
  if (!parsed.success) throw new Error(`stacks/stages.json is wrong:\n${z.prettifyError(parsed.error)}`);
  if (!/^[a-z][a-z0-9-]{0,19}$/.test(stage))
    throw new Error(`"${stage}" is no stage: 1 to 20 small letters, digits and hyphens, a letter first`);
  const isProduction = stage === "production";
  return { ...parsed.data[isProduction ? "production" : "personal"], isProduction };
}
