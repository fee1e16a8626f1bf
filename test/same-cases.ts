/**
 * Properties are tried on the same cases in every run: when one fails, the change before it is the reason. `SEED=2 npm run
 * test:unit` tries them on others.
 */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });
