import type { MachineSource } from "../src/machines/stateMachine.ts";

export const task = (name: string) => `arn:aws:lambda:local:000000000000:function:${name}`;

type Step = (step: string, input: { key: string }) => Promise<unknown>;

/** One task after the other, both calling `step`. */
export function twoSteps(step: Step): MachineSource {
  return {
    definition: {
      StartAt: "One",
      States: {
        One: { Type: "Task", Resource: task("one"), ResultPath: null, Next: "Two" },
        Two: { Type: "Task", Resource: task("two"), End: true },
      },
    },
    tasks: {
      [task("one")]: (input) => step("one", input as { key: string }),
      [task("two")]: (input) => step("two", input as { key: string }),
    },
  };
}

/** One task, with what else its state says (Retry, Catch, …) and more states. */
export function oneTask(
  work: (input: unknown) => Promise<unknown>,
  state: object = {},
  states: object = {},
): MachineSource {
  const next = "Next" in state ? {} : { End: true };
  return {
    definition: {
      StartAt: "Work",
      States: { Work: { Type: "Task", Resource: task("work"), ...next, ...state }, ...states },
    },
    tasks: { [task("work")]: work },
  };
}
