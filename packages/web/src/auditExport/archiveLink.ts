import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { archivedExport } from "@dunmiao/domain/auditExport";

/** Credentials of a function may end sooner. */
const expiresIn = 3_600;

/** An address of the archive where the file of an export lies for an hour at most, for whoever has the address. */
export function archiveLink(Bucket: string, id: string): Promise<string> {
  const named = `attachment; filename="dunmiao-audit-${id}.zip"`;
  const wanted = { Bucket, Key: archivedExport(id), ResponseContentDisposition: named };
  return getSignedUrl(new S3Client({}), new GetObjectCommand(wanted), { expiresIn });
}
