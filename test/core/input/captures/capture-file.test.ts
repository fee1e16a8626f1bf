/** Captures with what networks and the tools that record them do to packets; the packets are made here. */
import { describe, expect, test } from "vitest";
import { concat } from "../../../../src/core/bytes/ascii.ts";
import { readPaste } from "../../../../src/core/input/read-paste.ts";
import { HIXIE } from "../../../fixtures/exchanges.ts";

const { request, response, clientBytes, serverBytes } = HIXIE;
const sent = concat(request, clientBytes);
const got = concat(response, serverBytes);
const START = 0xffffff80;
const RAW_IP = 101;

function numbers(size: number, set: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(size);
  set(new DataView(bytes.buffer));
  return bytes;
}

/** IPv4 and TCP; `at` is the offset in the stream, whose sequence numbers begin anew within it. */
function packet(isSent: boolean, at: number, payload: Uint8Array, flags = 0x18): Uint8Array {
  const header = numbers(40, (view) => {
    view.setUint16(0, 0x4500);
    view.setUint16(2, 40 + payload.length);
    view.setUint16(8, 0x4006);
    view.setUint32(12, isSent ? 0x0a000001 : 0x0a000002);
    view.setUint32(16, isSent ? 0x0a000002 : 0x0a000001);
    view.setUint16(20, isSent ? 50000 : 80);
    view.setUint16(22, isSent ? 80 : 50000);
    view.setUint32(24, (START + at) >>> 0);
    view.setUint16(32, 0x5000 | flags);
  });
  return concat(header, payload);
}

function pcap(packets: readonly Uint8Array[], link = RAW_IP): Uint8Array {
  const header = numbers(24, (view) => {
    view.setUint32(0, 0xa1b2c3d4);
    view.setUint32(20, link);
  });
  const records = packets.map((bytes) =>
    concat(
      numbers(16, (view) => {
        view.setUint32(8, bytes.length);
        view.setUint32(12, bytes.length);
      }),
      bytes,
    ),
  );
  return concat(header, ...records);
}

const SYN = packet(true, -1, new Uint8Array(0), 2);
const ANSWER = packet(false, -1, new Uint8Array(0), 0x12);
const whole = { request, response, clientBytes, serverBytes, exact: true, lost: [] };

describe("every byte is read", () => {
  const bytes = (isSent: boolean) =>
    Array.from(isSent ? sent : got, (byte, at) => packet(isSent, at, Uint8Array.of(byte)));
  test.each<[string, readonly Uint8Array[]]>([
    ["of one packet a direction", [packet(true, 0, sent), packet(false, 0, got)]],
    ["of a byte a packet", [...bytes(true), ...bytes(false)]],
    ["of packets that came in the wrong order", [...bytes(true), ...bytes(false)].reverse()],
    [
      "of packets that overlap",
      [
        packet(true, 0, sent.subarray(0, 100)),
        packet(true, 20, sent.subarray(20, 60)),
        packet(false, 0, got),
        packet(true, 50, sent.subarray(50)),
        packet(false, 0, got.subarray(0, 10)),
      ],
    ],
    [
      "beside probes that keep a connection alive",
      [
        packet(true, 0, sent),
        packet(true, sent.length - 1, Uint8Array.of(0), 0x10),
        packet(true, -1, Uint8Array.of(0), 0x10),
        packet(false, 0, got),
      ],
    ],
  ])("%s", (_, packets) => {
    expect(readPaste(pcap([SYN, ANSWER, ...packets]))).toMatchObject([whole]);
  });
});

/** The fields of a header, each in hex. */
const header = (...fields: readonly string[]) => Buffer.from(fields.join(""), "hex");
const MACS = "020000000001020000000002";
const outer = (protocol: string, length: number) =>
  header(
    "4500",
    (20 + length).toString(16).padStart(4, "0"),
    "00010000",
    "40",
    protocol,
    "0000",
    "c0000201c0000202",
  );
const ETHERNET = 1;
const PPP = 9;
const PKTAP = 258;

describe("the headers before a packet are passed over", () => {
  const packets = [SYN, ANSWER, packet(true, 0, sent), packet(false, 0, got)];

  test.each<[string, number, (packet: Uint8Array) => Uint8Array]>([
    ["two VLANs", ETHERNET, (ip) => concat(header(MACS, "88a80005", "81000006", "0800"), ip)],
    ["MPLS", ETHERNET, (ip) => concat(header(MACS, "8847", "000100ff", "000101ff"), ip)],
    ["PPPoE", ETHERNET, (ip) => concat(header(MACS, "8864", "1100000100000021"), ip)],
    ["PPP", PPP, (ip) => concat(header("ff030021"), ip)],
    [
      "Apple's header",
      PKTAP,
      (ip) => concat(header("0c000000", "01000000", "01000000", MACS, "0800"), ip),
    ],
    ["IP in IP", RAW_IP, (ip) => concat(outer("04", ip.length), ip)],
    ["GRE", RAW_IP, (ip) => concat(outer("2f", ip.length + 8), header("2000080000000007"), ip)],
    [
      "VXLAN",
      RAW_IP,
      (ip) =>
        concat(
          outer("11", ip.length + 30),
          header("c00012b500000000", "0800000000000100", MACS, "0800"),
          ip,
        ),
    ],
  ])("of %s", (_, link, dress) => {
    expect(readPaste(pcap(packets.map(dress), link))).toMatchObject([whole]);
  });
});

describe("what a capture lacks is missed", () => {
  const fragment = packet(true, 0, sent.subarray(0, 80));
  fragment[6] = 0x20;
  test.each<[string, Uint8Array, number]>([
    ["a packet", packet(true, 100, sent.subarray(100)), 0],
    ["the fragments behind the first", fragment, 80],
  ])("%s", (_, first, length) => {
    const [conversation] = readPaste(pcap([SYN, ANSWER, first, packet(false, 0, got)]));
    expect(conversation?.request?.length ?? 0).toBe(length);
    expect(conversation).toMatchObject({ exact: false, lost: [{ what: "cut", in: "request" }] });
  });

  test("at any offset where the file is cut", () => {
    const file = pcap([SYN, ANSWER, packet(true, 0, sent), packet(false, 0, got)]);
    for (let end = 24; end < file.length; end++) {
      const cut = readPaste(file.subarray(0, end)).every(({ exact }) => !exact);
      const isBetween = [24, 80, 136, 136 + 56 + sent.length].includes(end);
      expect(cut || isBetween).toBe(true);
    }
  });
});
