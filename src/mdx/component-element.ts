import type { Element } from 'hast';
import type { ComponentName } from './vocabulary.ts';

/** An element that stands for a component until the pieces are cut. */
export type ComponentElement = Element & {
  component?: { name: ComponentName; props: Record<string, string>; inline: boolean };
};
