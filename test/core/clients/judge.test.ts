import { describe, expect, test } from "vitest";
import { latin1 } from "../../../src/core/bytes/ascii.ts";
import { judge } from "../../../src/core/clients/judge.ts";
import type { Conversation, Loss } from "../../../src/core/input/conversation.ts";
import { recorded } from "./recordings.ts";

function conversation(id: string, ...lost: Loss[]): Conversation {
  const { request, response } = recorded(id);
  return { request, response, format: "test", exact: lost.length === 0, lost };
}

function loss(what: Loss["what"], side: Loss["in"]): Loss {
  return { what, in: side, at: null, note: "lost" };
}

test("the draft comes first, then WebKit", () => {
  expect(judge(conversation("right-0")).map(({ client }) => client)).toEqual([
    "draft",
    "webkit-534",
  ]);
});

test("the two differ where the browser is more tolerant, and where it is less", () => {
  const verdicts = (id: string) => judge(conversation(id)).map(({ accepts }) => accepts);
  expect(verdicts("upgrade-upper")).toEqual([false, true]);
  expect(verdicts("value-empty")).toEqual([true, false]);
});

test("whether the page opened wss and whether the server closed are passed on", () => {
  const secure = judge(conversation("right-0"), { secure: true });
  expect(secure.map(({ accepts }) => accepts)).toEqual([false, false]);
  const closed = judge(conversation("digest-none"), { closed: true });
  expect(closed.map(({ waits }) => waits)).toEqual([false, false]);
});

test("a request of another generation has other judges", () => {
  const { response } = recorded("right-0");
  const request = latin1(
    "GET / HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n\r\n",
  );
  expect(judge({ request, response, format: "test", exact: true, lost: [] })).toEqual([]);
});

test("without a request, a response is judged when only this draft's servers send such", () => {
  const { response } = recorded("upgrade-wrong");
  const alone = { format: "test", exact: true, lost: [] };
  expect(judge({ ...alone, response }).length).toBe(2);
  expect(judge({ ...alone, response: latin1("HTTP/1.1 400 Bad Request\r\n\r\n") })).toEqual([]);
  expect(judge(alone)).toEqual([]);
});

describe("of a paste that lost bytes", () => {
  test("a digest that is not right is not judged", () => {
    expect(judge(conversation("digest-16-wrong", loss("replaced-bytes", "response")))).toEqual([]);
    expect(judge(conversation("digest-none", loss("replaced-bytes", "response")))).toEqual([]);
    expect(judge(conversation("digest-16-wrong", loss("repeated-spaces", "request")))).toEqual([]);
  });

  test("a digest that is right after all is", () => {
    expect(judge(conversation("right-0", loss("charset", "request"))).length).toBe(2);
  });

  test("a fault in the head is", () => {
    const judgements = judge(conversation("origin-slash", loss("replaced-bytes", "response")));
    expect(judgements.map(({ accepts }) => accepts)).toEqual([false, false]);
  });

  test("line ends that were put back do not matter", () => {
    expect(judge(conversation("digest-16-wrong", loss("line-endings", "response"))).length).toBe(2);
  });
});
