export default {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // HTML does not care about the case of the doctype; the compiler writes it in lower case.
    'doctype-style': 'off',
    // Left by the compiler between elements; browsers and readers never meet it.
    'no-trailing-whitespace': 'off',
    // A page is called as its entry is: the length of that title is for the content checks to judge.
    'long-title': 'off',
  },
};
