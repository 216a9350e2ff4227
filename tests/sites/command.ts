import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { plainEnvironment, projectRoot } from '../environment.ts';

export interface Running {
  pid: number;
  /** What it has said so far, on both outputs. */
  text: () => string;
  /** Waits until it has said some words. */
  says: (words: string) => Promise<void>;
  kill: (signal: NodeJS.Signals) => void;
  end: Promise<{ status: number | null; text: string }>;
}

/** Starts `npm run build` and goes on, to disturb it meanwhile. */
export function startBuild(content: string, out: string, changes: NodeJS.ProcessEnv = {}): Running {
  const child = spawn(process.execPath, ['src/cli/build.ts', '--out', out], {
    cwd: projectRoot,
    env: plainEnvironment({ KB_CONTENT: content, SITE_URL: '', BASE_PATH: '', ...changes }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (said += data.toString()));
  const end = once(child, 'close').then(([status]) => ({ status: status as number | null, text: said }));
  return {
    pid: child.pid ?? 0,
    text: () => said,
    says: async (words) => {
      while (!said.includes(words)) {
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`It never said «${words}»:\n${said}`);
        await Promise.race([once(child.stdout, 'data'), end]);
      }
    },
    kill: (signal) => child.kill(signal),
    end,
  };
}
