import { defineFinding, type Example } from "../define/define-finding.ts";
import { frameStreams } from "../facts/frame-facts.ts";
import { framesExchange } from "../rfc-example.ts";
import { count } from "../words.ts";

export default defineFinding({
  code: "frames-well-formed",
  level: "good",
  section: "RFC 6455 §5.2",
  detect: (facts) =>
    frameStreams(facts)
      .filter(({ count, findings }) => count > 0 && findings.every((one) => one.level !== "error"))
      .map(({ from, count }) => ({ in: "frames" as const, span: null, from, count })),
  title: ({ from, count: frames }) =>
    `${count(frames, "frame")} of the ${from} ${frames === 1 ? "is" : "are"} well-formed`,
  why: ({ from, count: frames }) =>
    `Behind the handshake the ${from} sends ${count(frames, "whole frame")}: known opcodes, lengths in the shortest form, reserved bits as agreed, and ${from === "client" ? "a mask on each" : "no masks"}.`,
  fix: () => "Nothing to do.",
});

export const example: Example = () =>
  framesExchange({ server: "\x81\x02hi", client: "\x81\x82\x01\x02\x03\x04ik" });

export const counterExample: Example = () =>
  framesExchange({ server: "\x81\x82\x01\x02\x03\x04ik" });

export const notJudged =
  "The data of the frames: whether texts are UTF-8, and whether what is compressed can be inflated.";
