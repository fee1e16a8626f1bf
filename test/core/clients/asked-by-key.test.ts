import fc from "fast-check";
import { expect, test } from "vitest";
import {
  askedOr,
  isAllTold,
  readAskedByKey,
  restsOn,
} from "../../../src/core/clients/asked-by-key.ts";
import { RFC6455, replaced } from "./exchanges.ts";

const { request, response } = RFC6455;

test("a request tells what its key asks for, and what it offered", () => {
  const asked = readAskedByKey(request);
  expect(asked.accept).toBe("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
  expect(asked.protocols).toEqual(["chat", "superchat"]);
  expect(asked.extensions?.map(({ name }) => name)).toEqual(["permessage-deflate"]);
  expect(isAllTold(asked)).toBe(true);
});

test("without a request nothing is known, without a key not what it asks for", () => {
  expect(readAskedByKey(undefined)).toEqual({ accept: null, protocols: null, extensions: null });
  const keyless = readAskedByKey(replaced(request, "Sec-WebSocket-Key", "X"));
  expect(keyless).toMatchObject({ accept: null, protocols: ["chat", "superchat"] });
  expect(isAllTold(keyless)).toBe(false);
});

test("what is not known is taken from the response, what is known is kept", () => {
  const unknown = askedOr(readAskedByKey(undefined), response);
  expect(unknown).toEqual({
    accept: "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
    protocols: ["chat"],
    extensions: [],
  });
  const known = askedOr(readAskedByKey(request), replaced(response, "s3pP", "xxxx"));
  expect(known).toEqual(readAskedByKey(request));
});

test("only what is compared with the request rests on it", () => {
  expect(restsOn("accept-mismatch")).toBe("accept");
  expect(restsOn("deflate-parameter-not-offered")).toBe("extensions");
  expect(restsOn("upgrade-not-websocket")).toBeNull();
});

test("no request makes it throw", () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => void readAskedByKey(bytes)));
});
