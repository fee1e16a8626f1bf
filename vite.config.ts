import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  base: "./",
  plugins: [react()],
  build: { sourcemap: true },
  test: { include: ["test/**/*.test.ts", "test/**/*.test.tsx"] },
});
