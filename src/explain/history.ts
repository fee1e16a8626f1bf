/**
 * Why the handshake changed, era by era. An era is told once for all generations in it; later ones, which changed what goes round
 * the handshake and not the handshake itself, have none. What is said here stands in the sources named beside it.
 */
import type { Generation } from "../core/generation.ts";

export interface Reference {
  readonly title: string;
  readonly url: string;
}

export interface Era {
  /** A name that never changes. */
  readonly id: string;
  readonly name: string;
  readonly when: string;
  /** Whose handshakes it tells of. */
  readonly generations: readonly Generation[];
  /** The one of them that was deployed, or that shows best what is new. */
  readonly shown: Generation | null;
  /** What tells a client that the server has understood; null where there is no handshake to show. */
  readonly proof: string | null;
  readonly story: string;
  readonly sources: readonly Reference[];
}

const UPDATED: Reference = {
  title: "WebSocket Protocol Updated, Chromium Blog, June 2010",
  url: "https://blog.chromium.org/2010/06/websocket-protocol-updated.html",
};
const BROWSERS: Reference = {
  title: "Which browser spoke which version, MDN, May 2012",
  url: "https://web.archive.org/web/20120526230019/https://developer.mozilla.org/en/WebSockets",
};
const CHANGES: Reference = {
  title: "What changed from draft to draft, notes of pywebsocket",
  url: "https://github.com/gsnedders/pywebsocket/wiki/WebSocketProtocolSpec",
};
const RFC6455: Reference = {
  title: "RFC 6455, The WebSocket Protocol",
  url: "https://www.rfc-editor.org/info/rfc6455",
};

const ACCEPT =
  "Sec-WebSocket-Accept: the key and a constant of the protocol, hashed with SHA-1, as Base64.";

export const HISTORY: readonly Era[] = [
  {
    id: "hixie-75",
    name: "hixie-75",
    when: "2009 to early 2010",
    generations: ["hixie-75"],
    shown: "hixie-75",
    proof: "Nothing. The answer repeats the origin and the address, and any echo could do that.",
    story:
      "Chrome’s developer channel could open WebSockets in December 2009; draft 75, of February 2010, describes what Chrome 4 and 5 and Safari 5.0 spoke. It looks like HTTP and is compared byte for byte: the first three lines of an answer are fixed, down to the two words “Web Socket” in the status line. Nothing in the answer depends on a secret. So a client cannot tell a server that understood it from one that was led to send these lines.",
    sources: [
      {
        title: "Web Sockets Now Available In Google Chrome, Chromium Blog, December 2009",
        url: "https://blog.chromium.org/2009/12/web-sockets-now-available-in-google.html",
      },
      {
        title: "draft-hixie-thewebsocketprotocol: its versions and their dates",
        url: "https://datatracker.ietf.org/doc/draft-hixie-thewebsocketprotocol/history/",
      },
      UPDATED,
      {
        title: "The three lines, in the source of Chromium",
        url: "https://android.googlesource.com/platform/external/chromium/+/2a8d00c9ce7472f1ab6279caa35d97dadafea58f/net/websockets/websocket_handshake_draft75.cc",
      },
    ],
  },
  {
    id: "hixie-76",
    name: "hixie-76 (hybi-00)",
    when: "May 2010",
    generations: ["hixie-76"],
    shown: "hixie-76",
    proof:
      "The 16 bytes behind the head: the MD5 of the two numbers that the keys hide, and of the eight bytes behind the request.",
    story:
      "Draft 76 came on 6 May 2010, and the working group HyBi of the IETF took the same text up as its draft 00; Chrome 6 and Safari 5.0.1 spoke it. Against cross-protocol attacks it has a challenge: two numbers hidden among noise and spaces in two headers, eight more bytes behind the head, and an MD5 of all three as the reply. No header announces the eight bytes; on the mailing list that was understood as a trap in which an intermediary without WebSocket should fail at once. In July 2010 HAProxy was found to hang in it instead: it kept the bytes back until the server answered, while the server waited for them.",
    sources: [
      UPDATED,
      {
        title: "WebSocket -76 is incompatible with HTTP reverse proxies, Willy Tarreau, July 2010",
        url: "https://mailarchive.ietf.org/arch/msg/hybi/GwY9T2Mld6-qDFmu8kdqvX8u8tc/",
      },
      {
        title: "What the eight bytes are for, Greg Wilkins in the same thread",
        url: "https://mailarchive.ietf.org/arch/msg/hybi/JrYo-FaKzR36ln9MUg6D78RP8Dg/",
      },
      {
        title: "HAProxy sends them only after the answer, an issue of Cowboy",
        url: "https://github.com/ninenines/cowboy/issues/73",
      },
      BROWSERS,
    ],
  },
  {
    id: "hybi-01",
    name: "hybi-01 to hybi-03",
    when: "August to October 2010",
    generations: ["hybi-01"],
    shown: "hybi-01",
    proof: "The same 16 bytes as in hixie-76.",
    story:
      "Draft 01, of 31 August 2010, has a new editor, Ian Fette, and new frames with a length and an opcode in place of 00 and FF. It leaves the handshake as it was, and says that proposals to change that are there, too. From draft 02 on a client tells which draft it speaks in a field of its own, Sec-WebSocket-Draft; both 02 and 03 say 2.",
    sources: [
      {
        title: "draft-ietf-hybi-thewebsocketprotocol-01, marked against 00",
        url: "https://tools.ietf.org/wg/hybi/draft-ietf-hybi-thewebsocketprotocol/draft-ietf-hybi-thewebsocketprotocol-01-from-00.wdiff.html",
      },
      CHANGES,
      {
        title: "WebSockets in Opera: new frames, the same handshake",
        url: "https://dev.opera.com/blog/websockets/",
      },
    ],
  },
  {
    id: "hybi-04",
    name: "hybi-04 and hybi-05",
    when: "January and February 2011",
    generations: ["hybi-04", "hybi-05"],
    shown: "hybi-04",
    proof: ACCEPT,
    story:
      "In November 2010 Huang, Chen, Barth, Rescorla and Jackson showed what transparent proxies make of such handshakes: some do not know Upgrade, take what follows for more HTTP, and let an attacker’s page put a script of its choice into their cache. Of 47,338 connections that they opened with an Upgrade handshake, 8 poisoned a cache. In December Firefox 4 and Opera 11 switched WebSocket off. Draft 04 answers with masking, so that no script can choose the bytes its frames put on the wire, and with a handshake that is all header: one key, a constant and SHA-1. The nonce that its server sends had a part in the mask, and was soon dropped.",
    sources: [
      {
        title: "Talking to Yourself for Fun and Profit, W2SP 2011",
        url: "https://www.ieee-security.org/TC/W2SP/2011/papers/websocket.pdf",
      },
      {
        title: "WebSocket disabled in Firefox 4, Mozilla Hacks, December 2010",
        url: "https://hacks.mozilla.org/2010/12/websockets-disabled-in-firefox-4/",
      },
      {
        title: "Firefox and Opera: It’s not WebSockets it’s your broken proxy, Pusher",
        url: "https://blog.pusher.com/its-not-websockets-its-your-broken-proxy/",
      },
      CHANGES,
    ],
  },
  {
    id: "hybi-08",
    name: "hybi-06 to hybi-12",
    when: "2011",
    generations: ["hybi-06", "hybi-07", "hybi-08"],
    shown: "hybi-08",
    proof: ACCEPT,
    story:
      "These drafts changed little in the handshake and were the first of the new kind in released browsers: Firefox 6 spoke version 7, Firefox 7 and Chrome 14 version 8. From draft 06 on Connection only has to contain Upgrade, as in the “keep-alive, Upgrade” of Firefox. The page’s origin, which had moved to Sec-WebSocket-Origin in draft 04, got the name Origin back in draft 11. The version stayed 8 up to draft 12 all the same, so a server of that time must look for both names.",
    sources: [
      {
        title: "New WebSocket Protocol: Secure and Extensible, Chromium Blog, August 2011",
        url: "https://blog.chromium.org/2011/08/new-websocket-protocol-secure-and.html",
      },
      BROWSERS,
      CHANGES,
      {
        title: "draft-ietf-hybi-thewebsocketprotocol-08, marked against 07",
        url: "https://tools.ietf.org/wg/hybi/draft-ietf-hybi-thewebsocketprotocol/draft-ietf-hybi-thewebsocketprotocol-08-from-07.wdiff.html",
      },
    ],
  },
  {
    id: "rfc6455",
    name: "RFC 6455",
    when: "December 2011",
    generations: ["rfc6455"],
    shown: "rfc6455",
    proof: ACCEPT,
    story:
      "The standard has the number 13, which drafts 13 to 17 had before it; 9 to 12 were set aside and never used. For a client the step from version 8 was small: another number, and Origin for Sec-WebSocket-Origin. A server that does not speak a client’s version says so, and names those it speaks. Chrome 16, Firefox 11 and Internet Explorer 10 spoke it, and 13 is the version to this day.",
    sources: [
      RFC6455,
      BROWSERS,
      {
        title: "WebSockets updated to latest version in Chrome Canary, HTML5 Rocks",
        url: "http://updates.html5rocks.com/tag/websockets",
      },
      {
        title: "Sec-WebSocket-Version, MDN",
        url: "https://developer.mozilla.org/docs/Web/HTTP/Headers/Sec-WebSocket-Version",
      },
    ],
  },
  {
    id: "rfc7692",
    name: "RFC 7692: compression",
    when: "December 2015",
    generations: [],
    shown: null,
    proof: null,
    story:
      "Messages can be compressed with DEFLATE, one by one. The handshake stays as it is: the client offers permessage-deflate in Sec-WebSocket-Extensions, and a server that wants it names it in the answer, with the parameters that both can live with. A server that does not know it says nothing, and the connection opens without.",
    sources: [
      {
        title: "RFC 7692, Compression Extensions for WebSocket",
        url: "https://www.rfc-editor.org/info/rfc7692",
      },
    ],
  },
  {
    id: "rfc8441",
    name: "RFC 8441: over HTTP/2",
    when: "September 2018",
    generations: [],
    shown: null,
    proof: null,
    story:
      "A WebSocket becomes one stream of an HTTP/2 connection. The request is a CONNECT with the pseudo-header :protocol set to websocket, which a client may send once the server has announced in its settings that it takes such requests. Upgrade and Connection must not be there, and neither side looks at Sec-WebSocket-Key or -Accept: :protocol has taken their place. The answer is a 200, not a 101.",
    sources: [
      {
        title: "RFC 8441, Bootstrapping WebSockets with HTTP/2, section 5",
        url: "https://www.rfc-editor.org/rfc/rfc8441.html#section-5",
      },
    ],
  },
  {
    id: "rfc9220",
    name: "RFC 9220: over HTTP/3",
    when: "June 2022",
    generations: [],
    shown: null,
    proof: null,
    story:
      "The same again over HTTP/3. The setting of RFC 8441 is registered there anew; it and the pseudo-header mean what they mean in HTTP/2. So here, too, a connection opens without a key and without a proof.",
    sources: [
      {
        title: "RFC 9220, Bootstrapping WebSockets with HTTP/3",
        url: "https://www.rfc-editor.org/rfc/rfc9220.html",
      },
    ],
  },
];
