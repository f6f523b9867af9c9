import { addDays } from "../calendarDate.ts";
import { isOpenRequest } from "../extension.ts";
import { lastDayServed, type Secondment } from "../secondment.ts";
import { decideWithinWorkingDays, type Todo, type TodoRules } from "../todo.ts";
import { addWorkingDays } from "../workCalendar.ts";

const handOverWithinWorkingDays = 5;

/** The request for a further term waits for the host, then the sending unit, then the bureau. */
export function extensionTodos({ extension }: Secondment, { calendar }: TodoRules): Todo[] {
  if (!extension || !isOpenRequest(extension)) return [];
  const soon = (from: string) => addWorkingDays(calendar, from, decideWithinWorkingDays);
  const { state, requestedOn, host, sending } = extension;
  if (state === "requested") return [["host-opinion", "station", requestedOn, soon(requestedOn), ""]];
  const since = (state === "host-heard" ? host?.on : sending?.on) ?? requestedOn;
  return state === "host-heard"
    ? [["sending-opinion", "sending", since, soon(since), ""]]
    : [["decide-extension", "approver", since, soon(since), ""]];
}

const overStatuses = ["awaiting-ruling", "recognised", "not-recognised", "ended-early"];

/**
 * Whoever leaves a post writes what the successor must know, however the term ended, until it is written. Who asked to
 * stay, or stays, does not leave; nor does who never came.
 */
export function handOverTodo(secondment: Secondment, { calendar }: TodoRules): Todo[] {
  const { status, reportedInOn, handOver, extension } = secondment;
  const mayStay = extension !== undefined && (isOpenRequest(extension) || extension.state === "granted");
  const hasLeft = overStatuses.includes(status) && reportedInOn !== undefined && !mayStay;
  if (!hasLeft || handOver) return [];
  const since = addDays(lastDayServed(secondment), 1);
  return [["hand-over", "officer", since, addWorkingDays(calendar, since, handOverWithinWorkingDays), ""]];
}
