import type { Browser, Page } from 'playwright-core';
import { addBlock } from '../knowledge/plan-edits.ts';
import { emptyPlan, type Plan } from '../knowledge/plan.ts';
import { plannerPage } from '../knowledge/routes.ts';
import { openBrowser } from './bench-browser.ts';
import { serveOnLine } from './bench-line.ts';
import { median } from './bench-search.ts';
import type { Row } from './bench-search.ts';

const blocks = 60;
const samples = 15;

/** What somebody does again and again; each changes the times of all that follows. */
const gestures = [
  ['cambiare i minuti del primo blocco', '.planner-minutes input', 'type'],
  ['spostare il primo blocco', '.planner-handle', 'ArrowDown'],
  ['annullare', '#planner-undo', 'press'],
] as const;

/**
 * How long the planner takes to show what was done in a session of sixty blocks: from the key to the next picture.
 * @returns rows to print; none, after having said why, where there is no browser
 */
export async function measurePlanner(folder: string, say: (line: string) => void): Promise<Row[]> {
  const browser = await openBrowser(say);
  if (!browser) return [];
  const site = await serveOnLine(folder, { roundTrip: 1, bitsPerSecond: 1e9 });
  try {
    say(`pianifico una sessione di ${blocks} blocchi…`);
    const page = await opened(browser, site.address);
    const rows: Row[] = [];
    for (const [name, selector, gesture] of gestures) {
      const taken: number[] = [];
      for (let turn = 0; turn < samples; turn += 1)
        taken.push(await shownAfter(page, selector, gesture, turn));
      rows.push([`pianificatore, ${blocks} blocchi: ${name}, ms`, Math.round(median(taken))]);
      rows.push([`pianificatore, ${blocks} blocchi: ${name}, ms al peggio`, Math.round(Math.max(...taken))]);
    }
    return rows;
  } finally {
    await browser.close();
    await site.close();
  }
}

function longPlan(): Plan {
  let plan = emptyPlan('banco');
  for (let index = 0; index < blocks; index += 1)
    plan = addBlock(plan, index % 6 === 5 ? 'break' : 'groups', {
      title: `Blocco ${index + 1}`,
      minutes: 10,
    });
  return plan;
}

async function opened(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage();
  await page.addInitScript(
    (text) => localStorage.setItem('tra-pari:piano:banco', text),
    JSON.stringify(longPlan()),
  );
  await page.goto(address + plannerPage({ piano: 'banco' }));
  await page
    .locator('#planner-blocks > li')
    .nth(blocks - 1)
    .waitFor();
  return page;
}

/** Milliseconds from a gesture to the picture after it. */
const shownAfter = (
  page: Page,
  selector: string,
  gesture: (typeof gestures)[number][2],
  turn: number,
): Promise<number> =>
  page.evaluate(
    async ({ within, what, value }) => {
      const element = document.querySelector<HTMLElement>(`#planner-blocks ${within}, ${within}`);
      if (!element) throw new Error(`the planner has no ${within}`);
      const since = performance.now();
      if (what === 'press') element.click();
      else if (what === 'type') {
        (element as HTMLInputElement).value = String(value);
        element.dispatchEvent(new Event('input', { bubbles: true }));
      } else
        element.dispatchEvent(new KeyboardEvent('keydown', { key: what, bubbles: true, cancelable: true }));
      // two frames: the first is asked before the picture is drawn, the second comes after it
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return performance.now() - since;
    },
    { within: selector, what: gesture, value: 11 + turn },
  );
