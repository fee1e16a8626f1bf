/**
 * Text as it stands behind `z=` in a link: UTF-8, raw deflate (RFC 1951), base64url (RFC 4648 §5) without padding. Deflated by
 * the streams that browsers bring along: nothing to load, but they can only be waited for.
 */
import { fromLatin1 } from "../../core/bytes/ascii.ts";

export async function deflate(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return toBase64url(new Uint8Array(await new Response(stream).arrayBuffer()));
}

export interface Inflated {
  readonly text: string;
  /** False: it is damaged, or holds more than was allowed, and the text is what came out before. */
  readonly whole: boolean;
}

/** In pieces: what a stream has not handed out when it meets damage is lost. */
const PIECE = 8;

/** Never rejects. Stops once there are more than `most` UTF-16 code units. */
export async function inflate(deflated: string, most: number): Promise<Inflated> {
  const { readable, writable } = new DecompressionStream("deflate-raw");
  const reader = readable.getReader();
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  feed(writable.getWriter(), fromBase64url(deflated)).catch(() => {
    // The reader below meets the same damage.
  });
  let text = "";
  try {
    while (text.length <= most) {
      const { done, value } = await reader.read();
      if (done) return { text, whole: true };
      text += decoder.decode(value, { stream: true });
    }
    await reader.cancel();
  } catch {
    // Damage is the only thing that these streams complain of.
  }
  return { text, whole: false };
}

async function feed(
  writer: WritableStreamDefaultWriter<BufferSource>,
  data: Uint8Array<ArrayBuffer>,
): Promise<void> {
  for (let at = 0; at < data.length; at += PIECE) await writer.write(data.subarray(at, at + PIECE));
  await writer.close();
}

function toBase64url(bytes: Uint8Array): string {
  return btoa(fromLatin1(bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** As far as it is base64url; what stands behind is likely the punctuation of a sentence. */
function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const [digits = ""] = /^[\w-]*/.exec(text) ?? [];
  const whole = digits.length % 4 === 1 ? digits.slice(0, -1) : digits;
  const binary = atob(whole.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
