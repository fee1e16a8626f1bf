import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { library } from "./src/site/library.ts";
import { parts } from "./src/site/parts.ts";
import { policy } from "./src/site/policy.ts";
import { prerender } from "./src/site/prerender.ts";
import { sizes } from "./src/site/sizes.ts";

export default defineConfig({
  // Relative, so that the built page works under any path.
  base: "./",
  appType: "mpa",
  plugins: [react(), prerender(), parts(), policy(), library(), sizes()],
  // Modules, so that it shares its parts with nobody but may have some.
  worker: { format: "es" },
  build: {
    sourcemap: true,
    cssCodeSplit: false,
    // The policy of the page forbids what these would write into it.
    assetsInlineLimit: 0,
    // One file for all that the page needs at first: together it is smaller than in the pieces that later parts share.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: "page", tags: ["$initial"] }] } },
    },
    modulePreload: {
      polyfill: false,
      // The page has all of its parts fetched by itself: a list of what each of them needs would only be weight.
      resolveDependencies: (_, needed, { hostType }) => (hostType === "html" ? needed : []),
    },
  },
  test: { include: ["test/**/*.test.{ts,tsx}"], testTimeout: 30_000 },
});
