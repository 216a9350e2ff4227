import { areaIn } from '../../authoring/area.ts';
import { wordForm } from '../../authoring/word-form.ts';
import type { Form } from './form.ts';

/** The draft as a Word form with its answers: it can be read, corrected in an office, and imported again. */
export function draftWord({ draft, lists }: Form): Promise<ArrayBuffer> {
  const now = draft();
  const areas = now.data.focusAreas;
  const area = Array.isArray(areas) && typeof areas[0] === 'string' ? areaIn(areas[0], lists) : null;
  return wordForm({ kind: now.kind, area: now.kind === 'practice' ? area : null, lists, draft: now });
}
