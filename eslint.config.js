import { defineConfig, globalIgnores } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import ts from 'typescript-eslint';

const typed = ['**/*.{ts,tsx}'];

export default defineConfig(
  globalIgnores(['dist/', '.astro/', 'src/content/', 'tests/**/fixtures/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ts.configs.recommended,
  astro.configs.recommended,
  {
    files: typed,
    extends: [ts.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Counts and line numbers in messages are plain to read, and cannot print "[object Object]".
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Astro and Vite hand over objects whose functions are meant to be taken apart.
      '@typescript-eslint/unbound-method': 'off',
      // `(x) => add(x)` reads better than a block, and returns nothing anyone can use.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    },
  },
  {
    rules: {
      eqeqeq: 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-restricted-syntax': [
        'error',
        ...[
          "[body.type='BlockStatement'][body.body.length=0]",
          "[body.type='Identifier'][body.name='undefined']",
        ].map((nothing) => ({
          selector: `CallExpression[callee.property.name='catch'] > ArrowFunctionExpression${nothing}`,
          message: 'An error that nobody sees: handle it, or let it pass.',
        })),
      ],
    },
  },
  // No types are worth the wait here, and tsconfig.json need not name them.
  { files: ['*.config.{ts,js,mjs}'], extends: [ts.configs.disableTypeChecked] },
  // TypeScript alone cannot read what an .astro file exports; astro check can, and does.
  { files: ['src/components/**/*.ts'], rules: { '@typescript-eslint/no-unsafe-assignment': 'off' } },
  { files: ['src/**'], ignores: ['src/cli/**'], rules: { 'no-console': 'error' } },
);
