/** What every workflow of this repository must hold. Pure: the text of one in, sentences out; none means it is right. */
import { load } from 'js-yaml';

type Loose = Record<string, unknown>;
interface Step {
  uses?: string;
  run?: string;
  with?: Loose;
}
interface Job {
  permissions?: Loose;
  'timeout-minutes'?: number;
  steps?: Step[];
}

/** The only actions of others that run here. */
const allowedActions = ['actions/checkout', 'actions/setup-node', 'actions/upload-artifact'];

export function findingsOf(text: string): string[] {
  const workflow = load(text) as { on?: Loose; permissions?: Loose; jobs?: Record<string, Job> };
  const jobs = Object.entries(workflow.jobs ?? {});
  return [
    ...(jobs.length === 0 ? ['there is no job'] : []),
    ...Object.keys(workflow.on ?? {})
      .filter((event) => !['pull_request', 'push'].includes(event))
      .map((event) => `starts on ${event}: it may run with more rights than the proposal has`),
    ...(JSON.stringify(workflow.permissions) === '{}' ? [] : ['does not begin with permissions: {}']),
    ...(/\bsecrets\b|github\.token|GITHUB_TOKEN/.test(text) ? ['names a secret'] : []),
    ...actionLines(text),
    ...jobs.flatMap(([name, job]) => jobFindings(job).map((finding) => `${name}: ${finding}`)),
  ];
}

/** On the text, because the version stands in a comment. */
function actionLines(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => /^\s*(-\s+)?["']?uses["']?\s*:/.test(line))
    .flatMap((line) => {
      const [, action = '', hash = '', version = ''] =
        /uses:\s+([^@\s]*)@?(\S*)(?:\s+# (\S+))?$/.exec(line) ?? [];
      return [
        ...(allowedActions.includes(action) ? [] : [`uses ${line.trim()}, which nobody has reviewed`]),
        ...(/^[0-9a-f]{40}$/.test(hash) ? [] : [`does not pin ${action} by its full commit`]),
        ...(/^v\d+(\.\d+)*$/.test(version) ? [] : [`does not say which version of ${action} it pins`]),
      ];
    });
}

function jobFindings({ permissions, 'timeout-minutes': minutes, steps = [] }: Job): string[] {
  return [
    ...(typeof minutes === 'number' && minutes <= 60 ? [] : ['has no limit of time']),
    ...(JSON.stringify(permissions) === '{"contents":"read"}' ? [] : ['may do more than read']),
    ...(steps.length > 0 ? [] : ['has no step: it calls what cannot be read here']),
    ...steps.flatMap(stepFindings),
  ];
}

function stepFindings({ uses = '', run = '', with: settings = {} }: Step): string[] {
  const checkout = uses.startsWith('actions/checkout@');
  return [
    ...(checkout && settings['persist-credentials'] !== false ? ['leaves its token beside the files'] : []),
    ...(checkout && 'ref' in settings ? ['takes another commit than the one GitHub merged'] : []),
    ...('cache' in settings ||
    (uses.startsWith('actions/setup-node@') && settings['package-manager-cache'] !== false)
      ? ['writes a cache that others would read']
      : []),
    ...(run.includes('${{') ? ['puts an expression into a shell: pass it through env'] : []),
    ...(/\bnpm (?:ci|i|install|add)\b(?!.*--ignore-scripts)/.test(run)
      ? ['lets packages run their scripts']
      : []),
    ...(/\bnpx\b|\bnpm (?:i|install|add|exec|x)\b/.test(run) ? ['installs what the lock does not name'] : []),
  ];
}
