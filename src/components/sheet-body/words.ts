/** Pixels kept free at the edges of the window, and between a word and its bubble. */
const margin = 8;
const gap = 4;

/**
 * Shows the explanation of a word beside it: on hover, on keyboard focus, on tap. One bubble for the whole page.
 * It can be reached with the pointer, Escape closes it, and a browser that lacks popovers follows the link instead.
 */
export function explainWords(page: Document): void {
  const links = page.querySelectorAll<HTMLAnchorElement>('a.term');
  if (links.length === 0 || !('popover' in HTMLElement.prototype)) return;
  const bubble = page.createElement('div');
  bubble.className = 'word-bubble';
  bubble.popover = 'manual';
  // what it says is already the description of the word
  bubble.setAttribute('aria-hidden', 'true');
  page.querySelector('main')?.append(bubble);
  let shown: HTMLAnchorElement | null = null;
  let timer = 0;

  const hide = () => {
    clearTimeout(timer);
    shown = null;
    if (bubble.matches(':popover-open')) bubble.hidePopover();
  };
  /** Below the word, or above it where there is no room. */
  const place = (link: HTMLAnchorElement) => {
    const word = link.getClientRects()[0] ?? link.getBoundingClientRect();
    const own = bubble.getBoundingClientRect();
    const room = page.documentElement.clientWidth - own.width - margin;
    const isBelow = word.bottom + own.height + margin < innerHeight || word.top < own.height + margin;
    bubble.style.left = `${Math.max(margin, Math.min(word.left, room))}px`;
    bubble.style.top = `${isBelow ? word.bottom + gap : word.top - own.height - gap}px`;
  };
  const show = (link: HTMLAnchorElement) => {
    clearTimeout(timer);
    if (shown === link) return;
    const entry = page.getElementById(link.hash.slice(1));
    const term = page.createElement('b');
    term.textContent = entry?.querySelector('dt')?.textContent ?? '';
    bubble.replaceChildren(
      term,
      ' ',
      page.getElementById(link.getAttribute('aria-describedby') ?? '')?.textContent ?? '',
    );
    shown = link;
    bubble.showPopover();
    place(link);
  };
  const later = (then: () => void, wait: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(then, wait);
  };

  for (const link of links) {
    link.addEventListener('pointerenter', (event) => {
      if (event.pointerType === 'mouse') later(() => show(link), 150);
    });
    link.addEventListener('pointerleave', (event) => {
      if (event.pointerType === 'mouse') later(hide, 250);
    });
    link.addEventListener('focus', () => {
      if (link.matches(':focus-visible')) show(link);
    });
    link.addEventListener('blur', hide);
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      // Enter from the keyboard, when the explanation is already there, goes to it
      if (event.detail === 0) return;
      event.preventDefault();
      show(link);
    });
  }
  bubble.addEventListener('pointerenter', () => clearTimeout(timer));
  bubble.addEventListener('pointerleave', () => later(hide, 250));
  page.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
  page.addEventListener('pointerdown', ({ target }) => {
    if (shown && target instanceof Node && !bubble.contains(target) && !shown.contains(target)) hide();
  });
  // focus brings a word into view by scrolling, and the bubble goes along until its word is out of sight
  window.addEventListener(
    'scroll',
    () => {
      if (!shown) return;
      const { bottom, top } = shown.getBoundingClientRect();
      if (bottom < 0 || top > innerHeight) hide();
      else place(shown);
    },
    { passive: true },
  );
}
