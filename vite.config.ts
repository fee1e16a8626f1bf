import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { inline } from "./src/site/inline.ts";
import { library } from "./src/site/library.ts";
import { parts } from "./src/site/parts.ts";
import { policy } from "./src/site/policy.ts";
import { prerender } from "./src/site/prerender.ts";
import { sizes } from "./src/site/sizes.ts";

/** Parts in one file, with what they alone import. */
function together(name: string, test: RegExp) {
  return { name, test };
}

/** What several parts have in common, in one file: without what they import, which would make files import each other. */
function shared(name: string, test: RegExp) {
  return { name, test, minShareCount: 2, includeDependenciesRecursively: false, priority: 1 };
}

export default defineConfig({
  // Relative, so that the built page works under any path.
  base: "./",
  appType: "mpa",
  plugins: [react(), prerender(), parts(), inline(), policy(), library(), sizes()],
  // Modules, so that it shares its parts with nobody but may have some.
  worker: { format: "es" },
  build: {
    sourcemap: true,
    cssCodeSplit: false,
    // The policy of the page forbids what these would write into it.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "react", test: /\/node_modules\/(react|react-dom|scheduler)\//, priority: 3 },
            // One file for all that the page needs at first: together it is smaller than in the pieces that later parts share.
            { name: "page", tags: ["$initial"], priority: 2 },
            // The rest is fetched with the page, and each file costs it time: so there are few.
            { name: "sources", test: /\?raw$/ },
            shared(
              "generations",
              /\/@noble\/|\/src\/core\/(attempt\.ts|(bytes|hash|http|hixie7[56]|hybi|rfc6455|frames)\/)/,
            ),
            // The readers of bytes need those of text: without these the file of input would be too heavy.
            {
              ...shared(
                "text",
                /\/src\/core\/input\/text\/(raw-text|message-text|text-conversations|log-prefix)/,
              ),
              includeDependenciesRecursively: true,
            },
            shared("input", /\/src\/core\/input\//),
            shared("clients", /\/src\/core\/clients\//),
            shared("explain", /\/src\/(explain|ui)\//),
            together(
              "formats",
              /\/src\/core\/input\/(byte-formats|file-formats|read-by|raw-bytes|pasted|captures\/(pcap|capture-file))/,
            ),
            together("suspects", /\/src\/core\/diagnosis\/(accept-)?suspects\//),
            shared(
              "facts",
              /\/src\/core\/diagnosis\/((facts|compare|define)\/)?(?![\w-]+-catalogue|explain-message)[\w-]+\.ts$/,
            ),
            together("messages", /\/src\/core\/diagnosis\/(messages\/|explain-message)/),
            together("requests", /\/src\/core\/diagnosis\/request-catalogue/),
            together("answers", /\/src\/core\/diagnosis\/(later-)?answer-catalogue/),
            together(
              "pictures",
              /\/src\/(core\/trace|ui\/(machines|pictures)|explain\/(hixie|rfc))/,
            ),
            together(
              "eras",
              /\/src\/(ui\/(ServersPane|generations\/)|core\/(servers|across)\/|explain\/(history|servers))/,
            ),
            together("answer", /\/src\/ui\/(answer\/(?!AnswerPane)|CopyReport)/),
            together("mistakes", /\/src\/ui\/(mistakes\/|GuidPane|MessagePane)/),
            together(
              "panes",
              /\/src\/ui\/(answer\/AnswerPane|((bar|bytes|link|request)\/)?[\w-]+)\.tsx?$/,
            ),
          ],
        },
      },
    },
    modulePreload: {
      polyfill: false,
      // The page has all of its parts fetched by itself: a list of what each of them needs would only be weight.
      resolveDependencies: (_, needed, { hostType }) => (hostType === "html" ? needed : []),
    },
  },
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    setupFiles: ["test/same-cases.ts"],
    testTimeout: 30_000,
  },
});
