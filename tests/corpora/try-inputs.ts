import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { plainEnvironment, projectRoot } from '../environment.ts';
import type { Answer } from './gate.ts';

export interface Input {
  /** Where it comes from, and where in the sheet it was put. */
  name: string;
  text: string;
}
export interface Report {
  inputs: number;
  refused: number;
  accepted: number;
  /** The input that took most of the processor, in milliseconds. */
  slowest: { processor: number; name: string };
  /** Inputs that ended the process, took too long, or came out alive; refusals without a clear place or word. */
  failures: { name: string; why: string; text: string }[];
  /** The HTML of what was let through, each once. */
  html: Set<string>;
}

/** Milliseconds of the clock after which nothing is waited for: far more, so that a busy machine is no failure. */
const patience = 30_000;

/**
 * Puts every input through the gate in two processes of their own, and says what came of it.
 * @param most milliseconds of processor that one input may take
 */
export async function tryInputs(inputs: readonly Input[], canary: string, most = 1000): Promise<Report> {
  const report: Report = {
    inputs: inputs.length,
    refused: 0,
    accepted: 0,
    slowest: { processor: 0, name: '' },
    failures: [],
    html: new Set(),
  };
  const work = async (mine: readonly Input[]) => {
    for (let rest = mine; rest.length > 0;) {
      const { answers, end } = await ask(rest, canary);
      answers.forEach((answer, index) => weigh(rest[index] as Input, answer, report, most));
      const culprit = rest[answers.length];
      if (culprit) report.failures.push({ name: culprit.name, why: end, text: culprit.text });
      rest = rest.slice(answers.length + 1);
    }
  };
  const half = Math.ceil(inputs.length / 2);
  await Promise.all([work(inputs.slice(0, half)), work(inputs.slice(half))]);
  return report;
}

function weigh(input: Input, { processor, errors, html, alive }: Answer, report: Report, most: number): void {
  const fail = (why: string) => report.failures.push({ name: input.name, why, text: input.text });
  if (processor > report.slowest.processor) report.slowest = { processor, name: input.name };
  if (processor > most) fail(`it took ${Math.round(processor)} ms of processor`);
  alive.forEach(fail);
  if (errors.length === 0) {
    report.accepted += 1;
    report.html.add(html);
    return;
  }
  report.refused += 1;
  const lines = input.text.split('\n').length;
  for (const { code, line, column, message } of errors) {
    if (!/^TP\d{3}$/.test(code) || !(line >= 1 && line <= lines) || !(column >= 1))
      fail(`refused at no place: ${code} ${line}:${column}`);
    if (!/\p{L}.*[.?»]$/su.test(message)) fail(`refused in no words: ${message}`);
  }
}

/** The answers to as many as got one, and how it ended. The first answer waits for the program to start. */
function ask(inputs: readonly Input[], canary: string): Promise<{ answers: Answer[]; end: string }> {
  return new Promise((done) => {
    const child: ChildProcess = fork(join(projectRoot, 'tests/corpora/gate.ts'), {
      cwd: projectRoot,
      env: plainEnvironment({ CANARY: canary }),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const answers: Answer[] = [];
    let timer: NodeJS.Timeout;
    const end = (how: string) => {
      clearTimeout(timer);
      child.removeAllListeners();
      child.kill('SIGKILL');
      done({ answers, end: how });
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => end(`no answer in ${patience / 1000} s`), patience);
    };
    child.on('message', (answer) => {
      answers.push(answer as Answer);
      if (answers.length === inputs.length) end('all answered');
      else wait();
    });
    child.on('exit', (code, signal) => end(`the process ended: ${String(code ?? signal)}`));
    child.on('error', (error) => end(String(error)));
    wait();
    child.send(inputs.map(({ text }) => text));
  });
}
