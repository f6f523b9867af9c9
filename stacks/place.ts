/** Where the stacks are created. The partition is asked for, never written: it is another one in China. */
export function place() {
  const { partition, dnsSuffix } = aws.getPartitionOutput();
  const { region } = aws.getRegionOutput();
  const { accountId: account } = aws.getCallerIdentityOutput();
  return { partition, dnsSuffix, region, account };
}

/** Physical name of a resource: app, stage, name. Known before the resource, so that roles can name it exactly. */
export function nameOf(name: string): string {
  return `${$app.name}-${$app.stage}-${name}`;
}
