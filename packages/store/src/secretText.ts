/** Reading takes milliseconds; nobody waits longer for a secret than for a page. */
const requestTimeoutMs = 3_000;

/** What is in a secret of Secrets Manager. The client is loaded by whoever has one. @throws what the SDK throws */
export async function secretText(SecretId: string): Promise<string | undefined> {
  const { GetSecretValueCommand, SecretsManagerClient } = await import("@aws-sdk/client-secrets-manager");
  const requestHandler = { requestTimeout: requestTimeoutMs, throwOnRequestTimeout: true };
  const client = new SecretsManagerClient({ requestHandler });
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId }));
  return SecretString;
}
