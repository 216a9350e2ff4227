/** Runs the tests; the last line printed is always `N passed, N failed`. Arguments go to vitest. */
import { parseCLI, startVitest, type Reporter, type TestModule } from 'vitest/node';

export interface Total {
  passed: number;
  failed: number;
}

/** What `npm test` declares. A file or a hook that breaks outside any test counts as one failure. */
export function count(modules: readonly TestModule[], errorsOutsideTests: number): Total {
  const total = { passed: 0, failed: errorsOutsideTests };
  for (const module of modules) {
    const failedTests = [...module.children.allTests('failed')].length;
    total.passed += [...module.children.allTests('passed')].length;
    total.failed += failedTests === 0 && module.state() === 'failed' ? 1 : failedTests;
  }
  return total;
}

async function run(args: string[]): Promise<Total> {
  let total: Total = { passed: 0, failed: 0 };
  const counter: Reporter = {
    onTestRunEnd(modules, errors) {
      total = count(modules, errors.length);
    },
  };
  const { filter, options } = parseCLI(['vitest', 'run', ...args]);
  const chosen = options.reporters ?? ['default'];
  const reporters = [...(Array.isArray(chosen) ? chosen : [chosen]), counter];
  const vitest = await startVitest(filter, { ...options, watch: false, reporters });
  await vitest.close();
  return total;
}

if (import.meta.main) {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const total = await run(process.argv.slice(2)).catch((error: unknown): Total => {
    console.error(error);
    return { passed: 0, failed: 1 };
  });
  // No test run is a mistake in the arguments, or a broken configuration: never a success.
  const good = total.failed === 0 && total.passed > 0 && !process.exitCode;
  console.log(`${String(total.passed)} passed, ${String(total.failed)} failed`);
  process.exit(good ? 0 : 1);
}
