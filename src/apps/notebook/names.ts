/** What is kept beside the notebook, told apart by the tool that keeps it. */
export function besideNames(names: readonly string[]): {
  checks: string[];
  sums: string[];
  others: string[];
} {
  const of = (tool: string): string[] => names.filter((name) => name.startsWith(`${tool}:`));
  const checks = of('adatta');
  const sums = of('costi');
  return { checks, sums, others: names.filter((name) => !checks.includes(name) && !sums.includes(name)) };
}
