import type { ServerAnswer } from "./answer.ts";
import { answerAsWebsocket1, type Websocket1Options } from "./websocket-1.ts";
import { answerAsWebsocketDriver08 } from "./websocket-driver-08.ts";
import { answerAsWs8, type Ws8Options } from "./ws-8.ts";

export type ServeOptions = Ws8Options & Websocket1Options;

/** What each server answers to the same bytes, sent in one piece with nothing behind them. Never throws. */
export function serve(request: Uint8Array, options: ServeOptions = {}): readonly ServerAnswer[] {
  return [
    answerAsWs8(request, options),
    answerAsWebsocketDriver08(request),
    answerAsWebsocketDriver08(request, { allowDrafts: true }),
    answerAsWebsocket1(request, options),
  ];
}
