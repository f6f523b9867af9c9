/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app({ stage }) {
    const isProduction = stage === "production";
    return {
      name: "dunmiao",
      home: "aws",
      version: "4.17.1",
      providers: { aws: { version: "7.20.0" } },
      removal: isProduction ? "retain" : "remove",
      protect: isProduction,
    };
  },
  async run() {
    const { settings } = await import("./stacks/settings.ts");
    const { encryption } = await import("./stacks/encryption.ts");
    const { records } = await import("./stacks/records.ts");
    const { archive } = await import("./stacks/archive.ts");
    const { workflow } = await import("./stacks/workflow.ts");
    const { stream } = await import("./stacks/stream.ts");
    const { web } = await import("./stacks/web.ts");
    const { alarms } = await import("./stacks/alarms.ts");
    const { dashboard } = await import("./stacks/dashboard.ts");

    const stage = settings($app.stage);
    const key = encryption();
    const table = records(stage, key);
    const bucket = archive(stage, key);
    const { machines, tasks } = workflow({ stage, key, table }, bucket);
    const { consumer, flagging, failed } = stream({ stage, key, table });
    const { site, api, url } = web({ stage, key, table }, bucket);
    const functions = { ...tasks, consumer, flagging, site };
    const topic = alarms({ stage, key, table, machines, functions, failed, api });
    dashboard({ table, machines, functions, failed, api });
    return { url, table: table.name, failedRecords: failed.url, archive: bucket.bucket, alarms: topic.arn };
  },
});
