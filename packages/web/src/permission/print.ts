import { en } from "../ui/text/en.ts";
import { zhCN } from "../ui/text/zhCN.ts";
import { permissionColumns, permissionRows } from "./rows.ts";

// `npm run permissions`: the table of permissions as text, an act a line; `-- en` in English.
const text = process.argv.includes("en") ? en : zhCN;
const { acts, relation, none } = text.permissionPage;
for (const { act, relations } of permissionRows()) {
  const roles = permissionColumns.flatMap((role) => {
    const said = relations[role]?.map((each) => relation[each]).join("/");
    return said === undefined ? [] : [`${text.role[role]}: ${said}`];
  });
  console.log(`${acts[act]} (${act})\n    ${roles.join(" · ") || none}`);
}
