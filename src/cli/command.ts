import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

/** Exit codes of every command. */
export const exitCodes = { fine: 0, problems: 1, usage: 2, fault: 3 } as const;
type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** The command was called with words it does not take. */
export class UsageError extends Error {
  usage: string;
  constructor(message: string, usage: string) {
    super(message);
    this.usage = usage;
  }
}

/** Something outside the content stopped the work: a full disk, a missing permission, a busy port. */
export class StoppedError extends Error {
  hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/** Runs a command and sets the exit code. People read Italian sentences; the stack is shown only with `DEBUG`. */
export async function runCommand(command: (words: readonly string[]) => Promise<ExitCode>): Promise<void> {
  try {
    process.exitCode = await command(process.argv.slice(2));
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\nSi usa così: ${error.usage}`);
      process.exitCode = exitCodes.usage;
      return;
    }
    console.error(describe(error));
    if (process.env.DEBUG) console.error(error);
    await Promise.all([process.stdout, process.stderr].map(flushed));
    // what failed halfway may have left servers and watchers behind, which would keep the process alive
    process.exit(exitCodes.fault);
  }
}

const flushed = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((done) => stream.write('', () => done()));

const systemErrors: Record<string, string> = {
  ENOSPC: 'Il disco è pieno',
  EDQUOT: 'Lo spazio su disco concesso è finito',
  EROFS: 'Il disco è in sola lettura',
  EACCES: 'Manca il permesso di scrivere o leggere',
  EPERM: 'Manca il permesso di scrivere o leggere',
  EIO: 'Il disco non risponde',
  EMFILE: 'Ci sono troppi file aperti',
  ENOTDIR: 'È un file, e serve una cartella',
  ENOENT: 'Non trovo',
};

/** What the system refused, also when a program written in another language says so in a text of its own. */
function systemErrorIn({ code, message = '' }: { code?: string; message?: string }): string | undefined {
  if (code && code in systemErrors) return code;
  return Object.keys(systemErrors).find((name) => {
    const number = constants.errno[name as keyof typeof constants.errno];
    return message.includes(`${name}:`) || message.includes(`(os error ${number})`);
  });
}

function describe(error: unknown): string {
  if (error instanceof StoppedError) return `${error.message}\n→ ${error.hint}`;
  const { code, path, message } = Object(error) as { code?: string; path?: string; message?: string };
  const known = systemErrorIn({ code, message });
  if (known)
    return `${systemErrors[known]}${path ? `: ${path}` : '.'}\n→ Controlla permessi e spazio, poi riprova.`;
  const [said] = stripVTControlCharacters(message ?? String(error))
    .trim()
    .split('\n');
  return `Qualcosa non ha funzionato, e non è colpa dei contenuti: ${said}\n→ Riprova con DEBUG=1 per vedere i dettagli, e segnalalo a chi cura il codice.`;
}
