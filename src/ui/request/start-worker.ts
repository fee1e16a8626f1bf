/** Not in TypeScript's library of the DOM yet; absent in older browsers. */
declare const trustedTypes:
  | {
      createPolicy(
        name: string,
        rules: { createScriptURL(address: string): string },
      ): { createScriptURL(address: string): string };
    }
  | undefined;

/** The one way from text to something that runs, which the policy of the page knows by this name: scripts that came with the page. */
const policy =
  typeof trustedTypes === "undefined"
    ? null
    : trustedTypes.createPolicy("handshake-101", {
        createScriptURL(address) {
          if (new URL(address, location.href).origin === location.origin) return address;
          throw new TypeError("a worker from elsewhere");
        },
      });

/** Starts a worker of the build: `address` is what an import with `?worker&url` gives. */
export function startWorker(address: string): Worker {
  return new Worker(policy?.createScriptURL(address) ?? address, { type: "module" });
}
