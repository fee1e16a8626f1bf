import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SectionLinks } from "../../src/site/failures/SectionLinks.tsx";

test.each([
  ["RFC 6455 §4.1, second list, item 5; §9.1", ["rfc6455#section-4.1", "rfc6455#section-9.1"]],
  [
    "RFC 9112 §4; RFC 6455 §1.3; §4.1, §4.2",
    ["rfc9112#section-4", "rfc6455#section-1.3", "rfc6455#section-4.1", "rfc6455#section-4.2"],
  ],
  ["RFC 6455 §4.1; WHATWG WebSockets §2.2; §3", ["rfc6455#section-4.1"]],
  ["hybi-04 §5.2.2", ["draft-ietf-hybi-thewebsocketprotocol-04#section-5.2.2"]],
])("%s leads to the documents that it names", (sections, places) => {
  const html = renderToStaticMarkup(<SectionLinks sections={sections} />);
  const addresses = [
    ...html.matchAll(/href="https:\/\/datatracker.ietf.org\/doc\/html\/([^"]*)"/g),
  ];
  expect(addresses.map(([, place]) => place)).toEqual(places);
});
