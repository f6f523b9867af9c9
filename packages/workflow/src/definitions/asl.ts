/** Resource names of the functions that do the work of each machine, by task. */
export type Resources<Task extends string> = Readonly<Record<Task, string>>;

/** An Amazon States Language document (JSONPath). */
export type Definition = {
  Comment: string;
  StartAt: string;
  TimeoutSeconds: number;
  States: Record<string, Record<string, unknown>>;
};
