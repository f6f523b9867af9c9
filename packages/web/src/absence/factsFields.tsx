import { absenceFactsShape, absenceTexts } from "@dunmiao/domain/absence";
import { type AbsenceClass, absenceClasses, isOrdered, kindOfClass } from "@dunmiao/domain/absenceClass";
import type { Scheme } from "@dunmiao/domain/scheme";
import { undecidedClasses } from "@dunmiao/domain/scheme/classRule";
import { classWithKind } from "../ui/absenceKindName.ts";
import { CheckboxField, RadioField } from "../ui/choices.tsx";
import { FieldsAnchor, FieldsTogether } from "../ui/fieldFrame.tsx";
import { DateField, type Option, SelectField, TextAreaField, TextField } from "../ui/fields.tsx";
import type { Bind } from "../ui/oneOfForms.ts";
import { Details } from "../ui/pieces.tsx";
import type { Text } from "../ui/text.ts";

type FieldsProps = {
  text: Text;
  field: Bind;
  kinds: readonly ("request" | "finding")[];
  /** The version that the person serves under; where it is not known every class is offered and the rule refuses. */
  scheme?: Pick<Scheme, "classes" | "version"> | undefined;
};

/** What an absence is: class, dates with halves, who ordered it, cause and note. */
export function FactsFields({ text, field, kinds, scheme }: FieldsProps) {
  const words = text.absenceForm;
  const orders = Object.entries(text.orderedBy).map(([value, label]) => ({ value, label }));
  return (
    <>
      <SelectField
        {...field("class")}
        label={words.class}
        hint={classHint({ text, kinds, scheme })}
        prompt={text.form.choose}
        options={classOptions({ text, kinds, scheme }, field("class").value)}
      />
      <DateFields text={text} field={field} />
      <RadioField
        {...field("orderedBy")}
        legend={text.form.optional({ label: text.absence.fact.orderedBy })}
        hint={isRequest(kinds) ? words.requestOrderedByHint : words.orderedByHint}
        layout="inline"
        choices={orders}
      />
      {absenceTexts.map(({ name, lines }) => {
        // Nobody knows where to reach whom they found missing.
        if (name === "contact" && !kinds.includes("request")) return null;
        const props = { ...field(name), label: text.form.optional({ label: text.absence.fact[name] }) };
        return lines === 1 ? (
          <TextField {...props} />
        ) : (
          <TextAreaField
            {...props}
            maxLength={absenceFactsShape[name].unwrap().maxLength ?? undefined}
            rows={lines}
          />
        );
      })}
    </>
  );
}

function DateFields({ text, field }: Pick<FieldsProps, "text" | "field">) {
  const words = text.absenceForm;
  return (
    <div class="dm-columns dm-columns--form">
      <div>
        <DateField {...field("from")} label={words.from} />
        <HalfDay field={field("fromHalf")} legend={words.fromHalfLegend} half="pm" label={words.fromHalf} />
      </div>
      <div>
        <DateField {...field("to")} label={words.to} />
        <HalfDay field={field("toHalf")} legend={words.toHalfLegend} half="am" label={words.toHalf} />
      </div>
    </div>
  );
}

type HalfProps = { field: ReturnType<Bind>; legend: string; half: "am" | "pm"; label: string };

function HalfDay({ field: { value, ...field }, legend, half, label }: HalfProps) {
  return (
    <CheckboxField
      {...field}
      legend={legend}
      values={value === undefined ? [] : [value]}
      choices={[{ value: half, label }]}
    />
  );
}

type EvidenceProps = { text: Text; field: Bind; isOpen?: boolean; isNeeded?: boolean };

/** Document number, title and date: opens by itself when something is in it or wrong with it, and where it is needed stands open. */
export function EvidenceFields({ text, field, isOpen, isNeeded }: EvidenceProps) {
  const label = text.absence.fact.evidence;
  const whole = field("evidence");
  const id = whole.id ?? "evidence";
  const fields = ["evidence", "evidence.number", "evidence.title", "evidence.date"].map(field);
  const isUsed = fields.some(({ value, error }) => value || error);
  if (isNeeded)
    return (
      <FieldsTogether text={text} id={id} legend={label} error={whole.error}>
        <EvidenceBoxes text={text} field={field} error={undefined} />
      </FieldsTogether>
    );
  return (
    <Details summary={text.form.optional({ label })} isOpen={isOpen || isUsed}>
      <FieldsAnchor id={id} label={label} />
      <EvidenceBoxes text={text} field={field} error={whole.error} />
    </Details>
  );
}

type BoxesProps = Pick<EvidenceProps, "text" | "field"> & { error: string | undefined };

/** `error`: of all three, where no legend says it. */
function EvidenceBoxes({ text, field, error }: BoxesProps) {
  const words = text.absenceForm;
  const first = field("evidence.number");
  return (
    <>
      <TextField
        {...first}
        label={words.evidenceNumber}
        hint={words.evidenceHint}
        error={first.error ?? error}
      />
      <TextField {...field("evidence.title")} label={words.evidenceTitle} />
      <DateField {...field("evidence.date")} label={words.evidenceDate} />
    </>
  );
}

type Offer = Pick<FieldsProps, "text" | "kinds" | "scheme">;

/** What the version leaves open is not offered, but where it stands already. */
function classOptions({ text, kinds, scheme }: Offer, standing: string | undefined): Option[] {
  const open = scheme ? undecidedClasses(scheme) : [];
  const offered = absenceClasses.filter(
    (each) => kinds.includes(kindOfClass(each)) && (each === standing || !open.includes(each)),
  );
  const label = (each: AbsenceClass) =>
    kinds.length > 1 || isOrdered(each) ? classWithKind(text, each) : text.absenceClass[each];
  return offered.map((value) => ({ value, label: label(value) }));
}

/** Whoever asks for leave chooses among requests only: what others record is not explained to them as a choice. */
function isRequest(kinds: FieldsProps["kinds"]): boolean {
  return kinds.every((kind) => kind === "request");
}

function classHint({ text, kinds, scheme }: Offer): string {
  const words = text.absenceForm;
  const open = scheme ? undecidedClasses(scheme).filter((each) => kinds.includes(kindOfClass(each))) : [];
  const hint = isRequest(kinds) ? words.requestClassHint : words.classHint;
  if (!scheme || open.length === 0) return hint;
  const classes = open.map((each) => text.absenceClass[each]).join(text.common.listMark);
  return words.classesLeftOut({ hint, version: scheme.version, classes });
}
