import { shanghaiDate } from "@dunmiao/domain/calendarDate";

/** The real clock; a day is one of Asia/Shanghai. */
export const clock = { today: () => shanghaiDate(new Date()), now: () => new Date().toISOString() };
