import type { ConcurrentPost } from "@dunmiao/domain/concurrentPost";
import type { Text } from "./text.ts";

/** A concurrent post as people call it: who is what, and where. */
export function postName(
  text: Text,
  {
    officer,
    role,
    place,
  }: { officer: { name: string }; role: ConcurrentPost["role"]; place: { name: string } },
): string {
  const { one, roles } = text.postPage;
  return one({ name: officer.name, role: roles[role], place: place.name });
}
