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

/** Whether somebody signs in by an identity, or it waits for the second hand. */
export function identityTag(text: Text, state: "asked" | "bound") {
  return tag(text.accountPage.bindState[state], state === "asked" ? "yellow" : "green");
}
