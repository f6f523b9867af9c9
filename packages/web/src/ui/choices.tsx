import { noteDrawn } from "./drawnFields.ts";
import { type FieldProps, fieldId, LegendGroup } from "./fieldFrame.tsx";
import type { Option } from "./fields.tsx";

type Choice = Option & { readonly hint?: string };
type ChoiceProps = Omit<FieldProps, "label"> & {
  legend: string;
  choices: readonly Choice[];
  layout?: "small" | "inline" | "tall";
};

/** One of several. */
export function RadioField(props: ChoiceProps & { value?: string | undefined }) {
  const chosen = props.value === undefined ? [] : [props.value];
  return <ChoiceGroup {...props} block="govuk-radios" type="radio" chosen={chosen} />;
}

/** Any of several. */
export function CheckboxField(props: ChoiceProps & { values?: readonly string[] | undefined }) {
  return <ChoiceGroup {...props} block="govuk-checkboxes" type="checkbox" chosen={props.values ?? []} />;
}

type GroupProps = ChoiceProps & { block: string; type: "radio" | "checkbox"; chosen: readonly string[] };

function ChoiceGroup(props: GroupProps) {
  const id = props.id ?? fieldId(props.name);
  // The first choice has this id; a group without choices is nothing that a link could lead to.
  if (props.choices.length > 0) noteDrawn(id, props.legend);
  const layouts = {
    small: [`${props.block}--small`],
    inline: [`${props.block}--small`, `${props.block}--inline`],
    tall: [],
  };
  return (
    <LegendGroup text={props.text} id={id} legend={props.legend} hint={props.hint} error={props.error}>
      <div class={[props.block, ...layouts[props.layout ?? "small"]].join(" ")}>
        {props.choices.map((choice, index) => (
          <ChoiceItem {...props} choice={choice} id={index === 0 ? id : `${id}-${index + 1}`} />
        ))}
      </div>
    </LegendGroup>
  );
}

function ChoiceItem(props: Omit<GroupProps, "id"> & { id: string; choice: Choice }) {
  const { id, block, choice } = props;
  const hintId = choice.hint === undefined ? undefined : `${id}-item-hint`;
  return (
    <div class={`${block}__item`}>
      <input
        class={`${block}__input`}
        id={id}
        name={props.name}
        type={props.type}
        value={choice.value}
        checked={props.chosen.includes(choice.value) || undefined}
        aria-describedby={hintId}
      />
      <label class={`govuk-label ${block}__label`} for={id}>
        {choice.label}
      </label>
      {choice.hint === undefined ? null : (
        <div id={hintId} class={`govuk-hint ${block}__hint`}>
          {choice.hint}
        </div>
      )}
    </div>
  );
}
