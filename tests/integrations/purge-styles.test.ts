import { describe, expect, test } from 'vitest';
import { openingTags, purge } from '../../src/integrations/purge-styles.ts';

const markup = '<a class="btn"><input type="text"><details open>';

describe('the stylesheet keeps', () => {
  test.each([
    ['classes of the pages', '.btn{color:red}'],
    ['elements of the pages', 'input{color:red}'],
    ['states of what is on the pages', '.btn:hover{color:red}'],
    ['the ring of the keyboard', ':focus-visible{outline:3px solid}'],
    ['focus without the mouse', ":focus:not([data-focus-mouse='true']){outline:3px solid}"],
    ['focus on a part of the page', ".btn:focus:not([data-focus-mouse='true']){outline:3px solid}"],
    ['focus inside a part', '.btn:focus-within{outline:3px solid}'],
    ['focus looked for from outside', '.btn:has(input:focus-visible){outline:3px solid}'],
    ['classes that only a script writes', '.is-loading{color:red}'],
    ['variables', ':root{--navy:#003366}'],
    ['animations in use', '.btn{animation:turn 1s}@keyframes turn{to{opacity:0}}'],
  ])('%s', async (_, css) => {
    expect(await purge(css, markup, ['el.className = "is-loading";'])).toBe(css);
  });
});

describe('the stylesheet loses', () => {
  test.each([
    ['classes of nobody', '.carousel{color:red}'],
    ['elements of nobody', 'video{color:red}'],
    ['media queries left empty', '@media print{.carousel{color:red}}'],
    ['animations of nobody', '@keyframes spin{to{opacity:0}}'],
  ])('%s', async (_, css) => {
    expect((await purge(css + '.btn{color:red}', markup, [])).trim()).toBe('.btn{color:red}');
  });

  test('of a list of selectors only those of nobody', async () => {
    expect(await purge('.carousel,.btn{color:red}', markup, [])).toBe('.btn{color:red}');
  });
});

test('opening tags are all that a selector can match', () => {
  const page = '<!doctype html><p class="a">Testo <b>forte</b> 1 < 2</p><br/><!-- nota --><my-part data-x>';
  expect(openingTags(page)).toEqual(['<p class="a">', '<b>', '<br/>', '<my-part data-x>']);
  expect(openingTags('')).toEqual([]);
});
