/** One thing of a list in the page. */
export interface RowView<T> {
  element: HTMLElement;
  /** Shows a thing that has changed, or has changed its place. */
  update: (item: T, index: number) => void;
}

/**
 * A list in the page that follows a list of things with keys: what stays is kept, with the focus and the cursor in it;
 * only what changed is drawn again, so that sixty blocks are as quick as six.
 */
export function keyedList<T extends { key: string }>(
  element: HTMLElement,
  make: (key: string, item: T) => RowView<T>,
) {
  const rows = new Map<string, RowView<T> & { item?: T; index?: number }>();
  return {
    element,
    row: (key: string): HTMLElement | undefined => rows.get(key)?.element,
    show(items: readonly T[]): void {
      const keys = new Set(items.map(({ key }) => key));
      for (const [key, row] of rows) {
        if (keys.has(key)) continue;
        row.element.remove();
        rows.delete(key);
      }
      let place: Element | null = element.firstElementChild;
      items.forEach((item, index) => {
        let row = rows.get(item.key);
        if (!row) {
          row = make(item.key, item);
          rows.set(item.key, row);
        }
        if (row.element === place) place = place.nextElementSibling;
        else moveBefore(row.element, place);
        if (row.item === item && row.index === index) return;
        row.item = item;
        row.index = index;
        row.update(item, index);
      });
    },
  };

  /** An element that is moved loses the focus: who was in it must find oneself there again. */
  function moveBefore(row: HTMLElement, place: Element | null): void {
    const { activeElement } = document;
    const inside = activeElement instanceof HTMLElement && row.contains(activeElement) ? activeElement : null;
    element.insertBefore(row, place);
    if (inside && inside !== document.activeElement) inside.focus({ preventScroll: true });
  }
}
