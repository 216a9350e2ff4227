export default {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // HTML does not care about the case of the doctype; the compiler writes it in lower case.
    'doctype-style': 'off',
    // Left by the compiler between elements; browsers and readers never meet it.
    'no-trailing-whitespace': 'off',
    // The values of one filter are checkboxes of one name: that is how a form sends a list.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit', 'reset'] }],
    // A page is called as its entry is: the length of that title is for the content checks to judge.
    'long-title': 'off',
  },
};
