import { expect, test } from "vitest";
import { actionIsKnown, takes, takesNoResource } from "./iamData.ts";
import { wildcardResources } from "./rules/access.ts";
import { roles } from "./rules/look.ts";
import { places } from "./synth/aws.ts";
import { synthesize, withSecrets } from "./synth/synthesize.ts";

test("every action exists and takes the kind of resource that it is given", async () => {
  const synth = await synthesize({
    stage: "production",
    place: places.global,
    changes: [withSecrets],
  });
  const rights = roles(synth).flatMap(({ name, statements }) =>
    statements.flatMap(({ Action, Resource }) =>
      Action.flatMap((action) => Resource.map((arn) => ({ name, action, arn }))),
    ),
  );
  const wrong: string[] = [];
  for (const { name, action, arn } of rights) {
    if (!(await actionIsKnown(action))) wrong.push(`${name}: there is no ${action}`);
    else if (arn !== "*" && !(await takes(action, arn)))
      wrong.push(`${name}: ${action} does not take ${arn}`);
  }
  expect(wrong).toEqual([]);
  const wildcards = new Set(rights.filter(({ arn }) => arn === "*").map(({ action }) => action));
  expect([...wildcards].toSorted()).toEqual(Object.keys(wildcardResources).toSorted());
});

test("an action on every resource is one that takes none", async () => {
  for (const action of Object.keys(wildcardResources))
    expect(await takesNoResource(action), action).toBe(true);
});

test("the check itself finds a wrong action and a wrong resource", async () => {
  const table = "arn:aws:dynamodb:ap-southeast-1:123456789012:table/x";
  expect(await actionIsKnown("dynamodb:GetItems")).toBe(false);
  expect(await takes("dynamodb:GetItem", table)).toBe(true);
  expect(await takes("dynamodb:GetItem", `${table}/index/y`)).toBe(false);
  expect(await takes("dynamodb:Query", `${table}/index/y`)).toBe(true);
});
