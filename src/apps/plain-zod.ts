import { z } from 'astro/zod';

/** zod tries whether it may make code out of text, and the policy forbids it: it is told before any schema is made. */
z.config({ jitless: true });
