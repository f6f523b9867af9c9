import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { machineVariables } from "@dunmiao/workflow/lambda/starting";

const run = promisify(execFile);

const timeImport =
  "const from = performance.now(); import(process.argv[1]).then(() => console.log(performance.now() - from));";
const timeFirstAnswer = `
  const from = performance.now();
  const { handler } = await import(process.argv[1]);
  const { statusCode, headers } = await handler(JSON.parse(process.argv[2]));
  const to = performance.now();
  const isOpen = statusCode === 303 && headers.location.startsWith("/sign-in?");
  if (!isOpen) throw new Error("the site is not open: it answers " + statusCode);
  console.log(to - from);`;
/** Somebody who has not signed in opens the start page and is sent to the sign-in. */
const startPage = JSON.stringify({
  version: "2.0",
  rawPath: "/",
  rawQueryString: "",
  headers: { host: "bench.invalid", accept: "text/html" },
  requestContext: { domainName: "bench.invalid", http: { method: "GET", path: "/" } },
  isBase64Encoded: false,
});

/** Milliseconds from the import of a function's bundle to its end. */
export async function importMs(file: string): Promise<number> {
  return printedMs(timeImport, [file], {});
}

/** What an open site has: a table that is set up, and where the secret of its sign-in is read. */
export type OpenSite = { tableName: string; secretsUrl: string };

/** Milliseconds from the import of the web function to its first answer. @throws where that is not the open site's */
export async function firstAnswerMs(file: string, { tableName, secretsUrl }: OpenSite): Promise<number> {
  return printedMs(timeFirstAnswer, [file, startPage], {
    TABLE_NAME: tableName,
    OIDC_CLIENT_ID: "bench",
    SIGN_IN_SECRET: "arn:aws:secretsmanager:local:000000000000:secret:sign-in-AbCdEf",
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secretsUrl,
  });
}

/** Milliseconds that a script prints in a process of its own, configured as on AWS. */
async function printedMs(
  script: string,
  args: readonly string[],
  more: Readonly<Record<string, string>>,
): Promise<number> {
  const env = {
    ...process.env,
    AUDIT_KEY: "arn:aws:kms:none:0:key/none",
    AUDIT_ORIGIN: "bench",
    ARCHIVE_BUCKET: "none",
    TABLE_NAME: "bench",
    BUREAU_NAME: "bench",
    OIDC_ISSUER: "https://sign-in.invalid",
    ...Object.fromEntries(Object.values(machineVariables).map((name) => [name, "arn:bench"])),
    ...more,
  };
  const { stdout, stderr } = await run(process.execPath, ["--input-type=module", "-e", script, ...args], {
    env,
  });
  const milliseconds = Number.parseFloat(stdout);
  if (Number.isNaN(milliseconds)) throw new Error(`the entry does not load: ${stdout}${stderr}`);
  return milliseconds;
}
