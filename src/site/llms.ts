import type { Failure } from "./failures/failure.ts";

/** The site in plain text, for programs that read it on somebody's behalf: what it is, how its links are made, what it has. */
export function llmsText(failures: readonly Failure[]): string {
  const list = failures.map(({ code, name }) => `- [${name}](failures/${code}/)`);
  return `# Handshake 101

> Explains WebSocket opening handshakes byte by byte, above all those of hixie-76 (hybi-00), and says why one failed. A static page:
> nothing that is pasted into it leaves the browser.

## Links

A link holds a handshake and the place in it, behind the # of the start page, as key=value pairs with & between them, values
percent-encoded:

- request: the request as text, line ends as %0D%0A; or any dump of its bytes
- key3: the eight bytes behind the request's head, as hex
- answer: what the server answered, as text or as a dump
- secure: 1 when the connection was encrypted
- step: what to look at, such as key1-division, challenge or response
- select: the first and the last of the selected bytes, such as 0x1a-0x2d
- example: the id of an example, such as draft-76, in place of request

## Failures

[All of them, also by message](failures/)

${list.join("\n")}
`;
}
