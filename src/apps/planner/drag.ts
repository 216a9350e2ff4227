/**
 * Lets a row of a list be dragged by a handle, with a mouse, a finger or a pen. The row follows among its brothers;
 * Escape, or a pointer that is taken away, puts it back.
 * @param moved told the new place of the row among its brothers, from 0
 */
export function dragging(handle: HTMLElement, row: HTMLElement, moved: (to: number) => void): void {
  handle.addEventListener('pointerdown', (event) => {
    const list = row.parentElement;
    if (!list || event.button !== 0) return;
    const before = [...list.children];
    const from = before.indexOf(row);
    const follow = new AbortController();
    const { signal } = follow;
    handle.setPointerCapture(event.pointerId);
    row.classList.add('is-dragged');

    const over = ({ clientY }: PointerEvent): void => {
      // near the edge of the window the page goes on by itself
      const edge = 60;
      if (clientY < edge) scrollBy(0, -16);
      else if (clientY > innerHeight - edge) scrollBy(0, 16);
      const previous = row.previousElementSibling;
      const next = row.nextElementSibling;
      if (previous && clientY < middleOf(previous)) previous.before(row);
      else if (next && clientY > middleOf(next)) next.after(row);
      // a row that is put elsewhere lets go of the pointer
      if (!handle.hasPointerCapture(event.pointerId)) handle.setPointerCapture(event.pointerId);
    };
    const stop = (isKept: boolean): void => {
      follow.abort();
      row.classList.remove('is-dragged');
      const to = [...list.children].indexOf(row);
      // the list is put back as it was: who keeps the plan draws it anew
      for (const child of before) list.append(child);
      if (isKept && to !== from) moved(to);
      handle.focus({ preventScroll: true });
    };
    handle.addEventListener('pointermove', over, { signal });
    handle.addEventListener('pointerup', () => stop(true), { signal });
    handle.addEventListener('pointercancel', () => stop(false), { signal });
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && stop(false), { signal });
  });
}

function middleOf(element: Element): number {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}
