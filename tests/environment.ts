import { resolve } from 'node:path';

export const projectRoot = resolve(import.meta.dirname, '..');

/** The environment of a command that a person would run: nothing of vitest in it, nothing asked of colours. */
export function plainEnvironment(changes: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|TEST$|DEV$|PROD$|MODE$|SSR$|BASE_URL$|NODE_ENV$|FORCE_COLOR$|CI$)/.test(name),
  );
  return { ...Object.fromEntries(kept), ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...changes };
}
