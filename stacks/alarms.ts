import { alarm } from "./alarm.ts";
import { dataAlarms } from "./dataAlarms.ts";
import { nameOf, place } from "./place.ts";
import { denyWithoutTls } from "./policies.ts";
import type { Settings } from "./settings.ts";
import { siteAlarms } from "./siteAlarms.ts";
import type { Watched } from "./watched.ts";
import { workflowAlarms } from "./workflowAlarms.ts";

/** One topic, told of whatever needs a person. */
export function alarms({ stage, key, ...watched }: Watched & { stage: Settings; key: aws.kms.Key }) {
  const topic = new aws.sns.Topic("Alarms", { name: nameOf("alarms"), kmsMasterKeyId: key.arn });
  new aws.sns.TopicPolicy("AlarmsPolicy", { arn: topic.arn, policy: topicPolicy(topic) });
  stage.alarmEmails.map(
    (endpoint, at) =>
      new aws.sns.TopicSubscription(`AlarmsEmail${at}`, { topic: topic.arn, protocol: "email", endpoint }),
  );
  const watching = [...workflowAlarms(watched), ...dataAlarms(watched), ...siteAlarms(watched)];
  for (const each of watching) alarm(each, topic);
  return topic;
}

function topicPolicy(topic: aws.sns.Topic) {
  const { account } = place();
  const publish = {
    Sid: "AlarmsPublish",
    Effect: "Allow",
    Principal: { Service: "cloudwatch.amazonaws.com" },
    Action: "sns:Publish",
    Resource: topic.arn,
    Condition: { StringEquals: { "aws:SourceAccount": account } },
  };
  const Statement = [publish, denyWithoutTls("sns:Publish", topic.arn)];
  return $jsonStringify({ Version: "2012-10-17", Statement });
}
