const space = 'http://www.w3.org/2000/svg';

const idAt = (element: Element | null): string | undefined =>
  element?.closest('[data-city]')?.getAttribute('data-city') ?? undefined;

const isDrawn = (element: Element): boolean => element.getClientRects().length > 0;

/** A copy of the dot above all others, with its name beside it. */
function lightOn(map: SVGSVGElement, mark: SVGGraphicsElement, name: string): SVGGElement {
  const { x, y, width, height } = mark.getBBox();
  const frame = map.viewBox.baseVal;
  const isRight = x > frame.x + frame.width / 2;
  const text = document.createElementNS(space, 'text');
  text.setAttribute('x', String(isRight ? x - 8 : x + width + 8));
  text.setAttribute('y', String(y + height / 2));
  text.setAttribute('dy', '0.34em');
  text.setAttribute('text-anchor', isRight ? 'end' : 'start');
  text.textContent = name;
  const lit = document.createElementNS(space, 'g');
  lit.setAttribute('class', 'map-lit');
  lit.append(mark.cloneNode(), text);
  return lit;
}

/**
 * Shows which dot is which: a city under the pointer or with the focus, in the list or on the map, is lit in both,
 * with its name. Without it the map and the list still read, each by itself.
 */
export function lightCities(root: HTMLElement): void {
  const maps = [...root.querySelectorAll<SVGSVGElement>('.map')];
  const caption = root.querySelector<HTMLElement>('.map-told');
  let shown: string | undefined;

  function light(id: string | undefined): void {
    if (id === shown) return;
    shown = id;
    for (const old of root.querySelectorAll('.map-lit')) old.remove();
    for (const old of root.querySelectorAll('.lit')) old.classList.remove('lit');
    const name = `[data-city="${CSS.escape(id ?? '')}"]`;
    const row = id === undefined ? null : root.querySelector(`li${name}`);
    row?.classList.add('lit');
    const title = row?.querySelector('a')?.textContent.trim() ?? '';
    const marks = maps.flatMap((map) => {
      const mark = map.querySelector<SVGGraphicsElement>(`.dot${name} .mark`);
      return mark && isDrawn(mark) ? [{ map, mark }] : [];
    });
    for (const { map, mark } of marks) map.append(lightOn(map, mark, title));
    if (caption) caption.textContent = row && marks.length === 0 ? `${title}: fuori da questa carta` : '';
  }
  const focused = (): string | undefined =>
    root.contains(document.activeElement) ? idAt(document.activeElement) : undefined;

  for (const start of ['focusin', 'pointerover'])
    root.addEventListener(start, ({ target }) => light(idAt(target as Element) ?? focused()));
  root.addEventListener('focusout', () => queueMicrotask(() => light(focused())));
  root.addEventListener('pointerleave', () => light(focused()));
}
