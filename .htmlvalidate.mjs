export default {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // HTML does not care about the case of the doctype; the compiler writes it in lower case.
    'doctype-style': 'off',
  },
};
