/**
 * The dumps, by how their rows look. All are read alike, since every tool has options that make its rows look like another's; the
 * name is for the reader.
 */
import { dumpFormat } from "./read-dump.ts";

/** `tcpdump -x`, `-xx`, `-X`, `-XX`: a dump for each packet. */
export const tcpdumpHex = dumpFormat(
  "tcpdump-hex",
  "tcpdump -X",
  /^[ \t]*0x[0-9a-f]{4}:[ \t]+[0-9a-f]/im,
);

/** `xxd`, and with other groups `xxd -g1`, `xxd -e`, `xxd -b`. */
export const xxd = dumpFormat("xxd", "xxd", /^[ \t]*[0-9a-f]{8}:[ \t]+[0-9a-f]/im);

export const hexdumpC = dumpFormat(
  "hexdump-c",
  "hexdump -C",
  /^[ \t]*[0-9a-f]{8} {1,2}[0-9a-f]{2} [^\n]{1,200}\|[ \t]*\r?$/im,
);

/** `hexdump` without options, and `od -x`: two bytes a word, swapped. */
export const hexdumpWords = dumpFormat(
  "hexdump",
  "hexdump (16-bit words)",
  /^[0-9a-f]{6,8} +[0-9a-f]{4}(?:[ \r\n]|$)/im,
);

/** `od -t x1`, `od -b`, `od -d`, `od -t u1`, `od` without options. */
export const od = dumpFormat(
  "od",
  "od",
  /^[0-9a-f]{6,7} +(?:[0-9a-f]{2}|-?\d{1,3}|\d{5}|[0-7]{6}|[0-9a-f]{8})(?:[ \r\n]|$)/im,
);

/** Wireshark's "Hex Dump" of a stream and the bytes of its packets. */
export const wiresharkHex = dumpFormat(
  "wireshark-hex",
  "Wireshark hex dump",
  /^[ \t]*[0-9a-f]{4}(?:[0-9a-f]{4})? {2,3}[0-9a-f]{2} /im,
);

/** Any other: Java's SSL debug output, libwebsockets, whatever log puts before the rows. */
export const hexDump = dumpFormat(
  "hex-dump",
  "hex dump",
  /(?<![0-9a-f])[0-9a-f]{3,16}(?: <[^<>\s]{1,80}>)?(?: ?\||[:\]])?h?(?: -)?[ \t]{1,8}(?:0x)?[0-9a-f]{2}/i,
);
