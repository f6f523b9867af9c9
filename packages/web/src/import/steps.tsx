import type { Text } from "../ui/text.ts";

const steps = ["template", "upload", "check", "confirm", "result"] as const;

/** The five steps of an import with the one at hand marked. */
export function Steps({ text, current }: { text: Text; current: (typeof steps)[number] }) {
  const at = steps.indexOf(current);
  return (
    <ol class="dm-steps" aria-label={text.importPage.steps}>
      {steps.map((step, index) => (
        <li class={index < at ? "done" : undefined} aria-current={index === at ? "step" : undefined}>
          {text.importPage.step[step]}
        </li>
      ))}
    </ol>
  );
}
