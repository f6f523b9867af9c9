import type { Account, Assignment } from "@dunmiao/domain/account";
import { tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";

export function statusTag(text: Text, status: Account["status"]) {
  return tag(text.accountPage.stateOf[status], status === "active" ? "green" : "red");
}

const colours = { asked: "yellow", granted: "green", ended: "grey" } as const;

export function assignmentTag(text: Text, { state }: Assignment) {
  return tag(text.accountPage.assignmentState[state], colours[state]);
}
