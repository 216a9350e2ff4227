import { fontProviders } from 'astro/config';

const file = (family: string, variant: string): [string] => [
  `@fontsource/${family}/files/${family}-latin-${variant}.woff2`,
];

/** Served from here, never from others. Latin is all that Italian needs. */
export const fonts = [
  {
    provider: fontProviders.local(),
    name: 'Titillium Web',
    cssVariable: '--font-titillium',
    fallbacks: ['Geneva', 'Tahoma', 'sans-serif'],
    options: {
      variants: [
        { src: file('titillium-web', '400-normal'), weight: 400, style: 'normal' },
        { src: file('titillium-web', '600-normal'), weight: 600, style: 'normal' },
        { src: file('titillium-web', '700-normal'), weight: 700, style: 'normal' },
      ],
    },
  },
  {
    provider: fontProviders.local(),
    name: 'Lora',
    cssVariable: '--font-lora',
    fallbacks: ['Georgia', 'serif'],
    options: {
      variants: [
        { src: file('lora', '400-normal'), weight: 400, style: 'normal' },
        { src: file('lora', '400-italic'), weight: 400, style: 'italic' },
        { src: file('lora', '600-normal'), weight: 600, style: 'normal' },
      ],
    },
  },
] as const;
