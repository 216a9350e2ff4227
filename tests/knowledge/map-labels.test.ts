import { expect, test } from 'vitest';
import { placeLabels } from '../../src/knowledge/map-labels.ts';

const frame = { x: 0, y: 0, width: 200, height: 100 };
const options = { frame, size: 10, dot: 3, most: 9 };
const dot = (x: number, y: number, title = 'Bari') => ({ point: { x, y }, title });

test('a name stands to the right of its dot, level with it', () => {
  const [label] = placeLabels([dot(50, 50)], options);
  expect(label).toMatchObject({ text: 'Bari', anchor: 'start' });
  expect(label?.x).toBeGreaterThan(53);
  expect(Math.abs((label?.y ?? 0) - 50)).toBeLessThan(5);
});

test('at the right border it stands to the left', () => {
  const [label] = placeLabels([dot(190, 50)], options);
  expect(label?.anchor).toBe('end');
  expect(label?.x).toBeLessThan(187);
});

test('between two dots on its line it goes above', () => {
  const obstacles = [30, 50, 70].map((x) => ({ x, y: 50 }));
  const [label] = placeLabels([dot(50, 50)], { ...options, obstacles });
  expect(label).toMatchObject({ anchor: 'middle', x: 50 });
  expect(label?.y).toBeLessThan(47);
});

test('a dot without a name is in the way as well', () => {
  const alone = placeLabels([dot(50, 50)], options);
  const beside = placeLabels([dot(50, 50)], { ...options, obstacles: [{ x: 65, y: 50 }] });
  expect(beside).not.toEqual(alone);
});

test('names give way to those placed before', () => {
  const labels = placeLabels([dot(50, 50, 'Prima'), dot(50, 58, 'Seconda')], options);
  expect(labels.map(({ text }) => text)).toEqual(['Prima', 'Seconda']);
  expect(labels.map(({ anchor }) => anchor)).toEqual(['start', 'end']);
});

test('a name that fits nowhere is left out, and the next is tried', () => {
  const labels = placeLabels([dot(50, 50, 'x'.repeat(60)), dot(100, 80, 'Bari')], options);
  expect(labels.map(({ text }) => text)).toEqual(['Bari']);
});

test('no more names than asked, the most important first', () => {
  const labels = placeLabels([dot(20, 20, 'A'), dot(90, 50, 'B'), dot(150, 80, 'C')], {
    ...options,
    most: 2,
  });
  expect(labels.map(({ text }) => text)).toEqual(['A', 'B']);
});
