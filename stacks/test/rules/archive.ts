import { all, must, one, type Rules, same, statementsOf } from "./look.ts";

export const archiveRules: Rules = {
  "the archive is closed to the public": (synth) => {
    const { bucket: _, ...closed } = one(synth, "s3/bucketPublicAccessBlock:BucketPublicAccessBlock").inputs;
    const ownership = one(synth, "s3/bucketOwnershipControls:BucketOwnershipControls").inputs;
    const policy = one(synth, "s3/bucketPolicy:BucketPolicy").inputs.policy;
    return [
      ...same("closed", Object.values(closed), [true, true, true, true]),
      ...same("ownership", ownership.rule.objectOwnership, "BucketOwnerEnforced"),
      ...statementsOf(policy).flatMap(({ Effect, Sid }) =>
        must(Effect === "Deny", `${Sid} opens the archive`),
      ),
      ...must(
        all(synth, "s3/bucketCorsConfiguration:BucketCorsConfiguration").length === 0,
        "CORS on the archive",
      ),
    ];
  },
  "what is archived stays": (synth) => {
    const { inputs } = one(synth, "s3/bucket:Bucket");
    const lock = one(synth, "s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration").inputs;
    const { mode, days } = lock.rule.defaultRetention;
    return [
      ...same("object lock", inputs.objectLockEnabled, true),
      ...must(inputs.forceDestroy !== true, "the bucket can be destroyed with what is in it"),
      ...same("versions", one(synth, "s3/bucketVersioning:BucketVersioning").inputs.versioningConfiguration, {
        status: "Enabled",
      }),
      ...same("lock mode", mode, "GOVERNANCE"),
      ...must(synth.app.stage !== "production" || days >= 365, `locked for ${days} days only`),
    ];
  },
  "old exports end, anchors do not": (synth) => {
    const { rules } = one(synth, "s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration").inputs;
    const of = (prefix: string) =>
      rules.find((each: { filter: { prefix: string } }) => each.filter.prefix === prefix);
    return [
      ...must(of("exports/")?.expiration?.days > 0, "exports never end"),
      ...must(of("anchors/") && !of("anchors/").expiration, "anchors end"),
      ...must(of("")?.abortIncompleteMultipartUpload?.daysAfterInitiation > 0, "unfinished uploads stay"),
    ];
  },
};
