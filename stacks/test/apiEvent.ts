import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";

type Asked = {
  method?: string;
  path: string;
  query?: string;
  headers?: Record<string, string>;
  cookies?: string[];
  body?: Buffer;
};
export type Handler = (
  event: APIGatewayProxyEventV2,
  context: object,
) => Promise<APIGatewayProxyStructuredResultV2>;

/** A request as API Gateway hands it over (payload format 2.0): cookies apart, repeated headers joined by commas. */
function apiEvent({
  method = "GET",
  path,
  query = "",
  headers = {},
  cookies,
  body,
}: Asked): APIGatewayProxyEventV2 {
  const http = { method, path, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "test" };
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: query,
    ...(cookies && { cookies }),
    headers: {
      host: "a1b2c3d4e5.execute-api.ap-southeast-1.amazonaws.com",
      "x-forwarded-proto": "https",
      ...headers,
    },
    requestContext: {
      accountId: "123456789012",
      apiId: "a1b2c3d4e5",
      domainName: "a1b2c3d4e5.execute-api.ap-southeast-1.amazonaws.com",
      domainPrefix: "a1b2c3d4e5",
      http,
      requestId: "JKJaXmPLvHcESHA=",
      routeKey: "$default",
      stage: "$default",
      time: "02/Mar/2026:01:00:00 +0000",
      timeEpoch: 1_772_413_200_000,
    },
    ...(body && { body: body.toString("base64") }),
    isBase64Encoded: body !== undefined,
  };
}

/** Status, headers and bytes of an answer. */
export async function ask(handler: Handler, asked: Asked) {
  const answer = await handler(apiEvent(asked), {});
  const bytes = Buffer.from(answer.body ?? "", answer.isBase64Encoded ? "base64" : "utf8");
  return { ...answer, bytes, text: bytes.toString("utf8") };
}
