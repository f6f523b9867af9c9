import type { Child } from "hono/jsx";
import { describe, expect, it } from "vitest";
import { Button } from "../../src/ui/button.tsx";
import { CheckboxField, RadioField } from "../../src/ui/choices.tsx";
import { ErrorSummary } from "../../src/ui/errorSummary.tsx";
import { FileField, SelectField, TextAreaField, TextField } from "../../src/ui/fields.tsx";
import { htmlOf } from "../../src/ui/markup.ts";
import { Details, NotificationBanner, SummaryList } from "../../src/ui/pieces.tsx";
import { tag } from "../../src/ui/tag.ts";
import { fixture, normalised, type Options } from "./govukFixtures.ts";
import { textFor } from "./texts.ts";

const text = textFor("en");

const common = (o: Options) => ({
  text,
  name: o.name,
  id: o.id,
  hint: o.hint?.text,
  error: o.errorMessage?.text,
});
const field = (o: Options) => ({ ...common(o), label: o.label.text });
const group = (o: Options) => ({
  ...common(o),
  id: o.idPrefix,
  legend: o.fieldset.legend.text,
  choices: o.items.map((item) => ({
    value: String(item.value),
    label: item.text,
    ...(item.hint && { hint: item.hint.text }),
  })),
});
const chosen = (o: Options) => o.items.find((item) => item.checked || item.selected)?.value;

const renders: Record<string, { names: string[]; render: (o: Options) => Child }> = {
  input: {
    names: ["default", "with hint text", "with error message", "with error and hint", "with suffix", "value"],
    render: (o) => <TextField {...field(o)} value={o.value} suffix={o.suffix?.text} />,
  },
  textarea: {
    names: [
      "default",
      "with hint",
      "with error message",
      "with default value",
      "with hint and error message",
    ],
    render: (o) => <TextAreaField {...field(o)} value={o.value} />,
  },
  "file-upload": {
    names: ["default", "with hint text", "with error message and hint"],
    render: (o) => <FileField {...field(o)} />,
  },
  select: {
    names: ["with hint text and error message"],
    render: (o) => (
      <SelectField
        {...field(o)}
        value={chosen(o)?.toString()}
        options={o.items.map((item) => ({ value: String(item.value), label: item.text }))}
      />
    ),
  },
  radios: {
    names: [
      "default",
      "with hint",
      "with fieldset and error message",
      "with hints on parent and items",
      "with hint and error message",
    ],
    render: (o) => <RadioField {...group(o)} value={chosen(o)?.toString()} layout="tall" />,
  },
  checkboxes: {
    names: ["default", "with hint", "with error message", "with error message and hint"],
    render: (o) => <CheckboxField {...group(o)} values={o.values} layout="tall" />,
  },
  "error-summary": {
    // Theirs has one without a link first; ours come last, after those of the fields.
    names: ["default", "without links"],
    render: (o) => (
      <ErrorSummary
        text={{ ...text, form: { ...text.form, labelled: ({ message }) => message } }}
        fields={new Map(o.errorList.map((each) => [each.href?.slice(1) ?? "", each.text]))}
        title={o.titleText}
        errors={o.errorList.map((each) => ({
          code: "x",
          message: each.text,
          ...(each.href && { field: each.href.slice(1) }),
        }))}
      />
    ),
  },
  button: { names: ["default"], render: (o) => <Button>{o.text}</Button> },
  tag: { names: ["default"], render: (o) => tag(o.text, "blue") },
  details: {
    names: ["default", "expanded"],
    render: (o) => (
      <Details id={o.id} summary={o.summaryText} isOpen={o.open}>
        {o.text}
      </Details>
    ),
  },
  "notification-banner": {
    names: ["default"],
    render: (o) => (
      <NotificationBanner text={text} kind="important">
        {o.text}
      </NotificationBanner>
    ),
  },
};

describe("components conform to govuk-frontend's own fixtures", () => {
  for (const [component, { names, render }] of Object.entries(renders))
    for (const name of names)
      it(`${component}: ${name}`, () => {
        const { options, html } = fixture(component, name);
        expect(normalised(htmlOf(render(options)))).toBe(normalised(html));
      });

  it("button: secondary and warning", () => {
    for (const kind of ["secondary", "warning"] as const) {
      const { options, html } = fixture("button", kind);
      const button = (
        <Button kind={kind} name={options.name}>
          {options.text}
        </Button>
      );
      expect(normalised(htmlOf(button))).toBe(normalised(html));
    }
  });

  it("tag: every colour that govuk-frontend 6 still has", () => {
    for (const colour of ["grey", "green", "purple", "red", "orange", "yellow"] as const) {
      const { options, html } = fixture("tag", colour);
      expect(normalised(htmlOf(tag(options.text, colour)))).toBe(normalised(html));
    }
  });

  it("radios and checkboxes: the small and inline layouts", () => {
    const radios = fixture("radios", "small inline");
    const inline = (
      <RadioField {...group(radios.options)} value={chosen(radios.options)?.toString()} layout="inline" />
    );
    expect(normalised(htmlOf(inline))).toBe(
      normalised(radios.html).replace("--inline govuk-radios--small", "--small govuk-radios--inline"),
    );
    const boxes = fixture("checkboxes", "small");
    expect(normalised(htmlOf(<CheckboxField {...group(boxes.options)} />))).toBe(normalised(boxes.html));
  });

  it("summary list: rows without an action beside rows with one", () => {
    const { html } = fixture("summary-list", "with some actions");
    const [, , secondRow] = normalised(html).split("<div ");
    const rows = [
      { label: "Name", value: "x", action: { href: "#", label: "Edit" } },
      { label: "Date of birth", value: "13/08/1980" },
    ];
    const [, , ours] = normalised(htmlOf(<SummaryList rows={rows} />)).split("<div ");
    expect(ours).toBe(`${secondRow}</dl>`);
  });
});
