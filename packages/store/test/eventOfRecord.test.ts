import type { EventOfKind } from "@dunmiao/domain/eventType";
import type { Place } from "@dunmiao/domain/place";
import type { Secondment } from "@dunmiao/domain/secondment";
import type { Unit } from "@dunmiao/domain/unit";
import { expectTypeOf, test } from "vitest";
import type { EventOfRecord } from "../src/engine/kinds.ts";

test("what may be sealed into a record is an event of its own kind", () => {
  expectTypeOf<EventOfRecord<Secondment>>().toEqualTypeOf<EventOfKind<"secondment">>();
  expectTypeOf<EventOfRecord<Unit>>().toEqualTypeOf<EventOfKind<"unit">>();
  expectTypeOf<EventOfKind<"unit">>().not.toExtend<EventOfRecord<Place>>();
});
