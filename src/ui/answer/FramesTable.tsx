import { type ReactNode, useMemo } from "react";
import { fromLatin1 } from "../../core/bytes/ascii.ts";
import { hex } from "../../core/bytes/hex.ts";
import { slice } from "../../core/bytes/span.ts";
import { decodeUtf8 } from "../../core/bytes/utf8.ts";
import { decodeFrames } from "../../core/frames/decode.ts";
import type { Decoded, DecodedFrame } from "../../core/frames/decoded.ts";
import type { Generation } from "../../core/generation.ts";
import { valuesOf } from "../../core/http/fields.ts";
import { readHead } from "../../core/http/head.ts";
import type { Conversation } from "../../core/input/conversation.ts";

interface Props {
  readonly conversation: Conversation;
  readonly generation: Generation;
}

/** What each side sent behind its handshake, frame by frame. */
export function FramesTable({ conversation, generation }: Props): ReactNode {
  const streams = useMemo(() => streamsOf(conversation, generation), [conversation, generation]);
  return streams.map((stream) => <Stream key={stream.from} {...stream} />);
}

interface StreamOf {
  readonly from: "client" | "server";
  readonly decoded: Decoded;
  /** How many bytes behind these were left alone. */
  readonly more: number;
}

/** Bytes: decoding more of them would hold up the page. */
const DECODED = 1 << 18;

const DIGEST = 16;
const KEY3 = 8;
const NO_BYTES = new Uint8Array(0);

/** Of a 101; a side that sent nothing is left out. */
function streamsOf(conversation: Conversation, generation: Generation): readonly StreamOf[] {
  const { request = NO_BYTES, response = NO_BYTES } = conversation;
  const { serverBytes = NO_BYTES, clientBytes = NO_BYTES } = conversation;
  const { startLine, fields } = readHead(response);
  if (!/^\S* +101\b/.test(fromLatin1(response.subarray(...startLine)))) return [];
  const isNumbered = generation === "hixie-76" || generation === "hybi-01";
  const extensions = valuesOf(response, fields, "sec-websocket-extensions");
  const deflate = extensions.some((value) =>
    fromLatin1(slice(response, value)).includes("permessage-deflate"),
  );
  const sides = [
    { from: "server", bytes: behind(response, isNumbered ? DIGEST : 0, serverBytes) },
    { from: "client", bytes: behind(request, isNumbered ? KEY3 : 0, clientBytes) },
  ] as const;
  return sides
    .filter(({ bytes }) => bytes.length > 0)
    .map(({ from, bytes }) => ({
      from,
      decoded: decodeFrames(generation, bytes.subarray(0, DECODED), from, { deflate }),
      more: Math.max(bytes.length - DECODED, 0),
    }));
}

/** What stands behind a head, and so many bytes behind that. */
function behind(message: Uint8Array, skipped: number, more: Uint8Array): Uint8Array {
  const { end } = readHead(message);
  const rest = end === null ? NO_BYTES : message.subarray(end + skipped);
  const all = new Uint8Array(rest.length + more.length);
  all.set(rest);
  all.set(more, rest.length);
  return all;
}

/** More are counted, not listed. */
const LISTED = 100;

function Stream({ from, decoded, more }: StreamOf): ReactNode {
  const { frames, messages, rest, state } = decoded;
  /** Of the message that begins with this frame. */
  const textOf = (frame: number): string | null =>
    messages.find((message) => message.frames[0] === frame)?.text ?? null;
  return (
    <section className="scroll-x" aria-label={`Frames of the ${from}`}>
      <h3>Frames of the {from}, behind the handshake</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">Offset</th>
            <th scope="col">Type</th>
            <th scope="col">Bytes</th>
            <th scope="col">What is in it</th>
          </tr>
        </thead>
        <tbody>
          {frames.slice(0, LISTED).map((frame, i) => (
            <tr key={frame.span[0]}>
              <th scope="row">{i + 1}</th>
              <td>
                <code>0x{frame.span[0].toString(16)}</code>
              </td>
              <td>{frame.type}</td>
              <td>{frame.span[1] - frame.span[0]}</td>
              <td>
                <code translate="no">{contentOf(frame, textOf(i))}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="dim">
        {frames.length > LISTED && `${frames.length - LISTED} frames more. `}
        {more > 0
          ? `${more.toLocaleString("en")} bytes behind these were not decoded. `
          : rest && `${rest[1] - rest[0]} bytes of a frame that has not ended, or behind a close. `}
        {state === "closed" && "The closing handshake has begun. "}
        {state === "failed" && "The other side must fail the connection: see the findings. "}
        Offsets count from behind the handshake.
      </p>
    </section>
  );
}

const LONGEST = 200;

/** A text as text, inflated if need be; what is no text as hex. */
function contentOf({ type, payload }: DecodedFrame, text: string | null): string {
  if (payload.length === 0) return type === "close" ? "no status code" : "empty";
  if (type === "text" && text !== null) return shortened(JSON.stringify(text));
  if (type === "close" && payload.length >= 2) {
    const code = ((payload[0] as number) << 8) | (payload[1] as number);
    const reason = decodeUtf8(payload.subarray(2)).text;
    return reason === "" ? `status code ${code}` : `status code ${code}, ${JSON.stringify(reason)}`;
  }
  return shortened(hex(payload.subarray(0, LONGEST), " "));
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
