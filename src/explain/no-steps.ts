/** What stands in the place of the steps, while there is nothing to step through. */

interface Given {
  readonly asked: boolean;
  readonly answered: boolean;
}

interface NoStepsWords {
  readonly title: string;
  readonly sentences: string;
}

export function noStepsWords({ asked, answered }: Given): NoStepsWords {
  if (asked) {
    return {
      title: "Nothing to compute",
      sentences:
        "HTTP/2 and HTTP/3 open a WebSocket by an Extended CONNECT. It has no key and no digest, so there are no steps; what can be wrong with it stands in the findings.",
    };
  }
  if (answered) {
    return {
      title: "An answer, and no request",
      sentences:
        "What can be said of the answer alone stands in the findings and below. Whether it is the right one depends on the request, whose key it answers: paste that too, and the steps show what must come out.",
    };
  }
  return {
    title: "No request yet",
    sentences:
      "Paste the request that your server got, drop a file with it anywhere on the page, or take one of the examples. Then each step of its handshake is shown here, on its own bytes.",
  };
}
