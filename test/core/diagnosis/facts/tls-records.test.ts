import { describe, expect, test } from "vitest";
import { latin1 } from "../../../../src/core/bytes/ascii.ts";
import { rfcExchange } from "../../../../src/core/diagnosis/rfc-example.ts";
import type { Conversation } from "../../../../src/core/input/conversation.ts";
import { found } from "../found.ts";

describe("TLS", () => {
  const HELLO = "\x16\x03\x01\x00\x05\x01\x00\x00\x01\x03";
  const alert = (description: string) => `\x15\x03\x03\x00\x02\x02${description}`;
  const wire = (request: string, response?: string): Conversation => ({
    request: latin1(request),
    ...(response !== undefined && { response: latin1(response) }),
    format: "test",
    exact: true,
    lost: [],
  });

  test.each<[string, Conversation, string[]]>([
    ["a hello to a plain port", wire(HELLO), ["tls-to-plain-port"]],
    ["a hello and HTTP", wire(HELLO, "HTTP/1.1 400 x\r\n\r\n"), ["tls-to-plain-port"]],
    ["unknown CA", wire(HELLO + alert("\x30"), HELLO), ["tls-cert-rejected"]],
    ["expired", wire(HELLO + alert("\x2d"), HELLO), ["tls-cert-rejected"]],
    ["the server's", wire(HELLO, HELLO + alert("\x74")), ["tls-cert-rejected"]],
    ["a plain request to a TLS port", rfcExchange(() => alert("\x16")), ["plain-to-tls-port"]],
  ])("%s", (_, conversation, expected) => {
    const tls = found(conversation).filter(({ code }) => /^tls-|-tls-/.test(code));
    expect(tls.map(({ code }) => code)).toEqual(expected);
  });
});
