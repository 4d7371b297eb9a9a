// The app in a page, or in a frame of one, and what goes wrong there.
import assert from 'node:assert/strict';

const ANSWER_MILLIS = 40_000;
const after = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

/** Asks until it is so. */
export async function until(what, holds) {
  for (const end = Date.now() + ANSWER_MILLIS; Date.now() < end; await after(100)) if (await holds()) return;
  assert.fail(`it never comes true that ${what}`);
}

export class App {
  constructor(page) {
    this.page = page;
    this.frame = page.mainFrame();
    this.requests = [];
    this.problems = [];
    page.on('request', (request) => this.requests.push(request.url()));
    page.on('pageerror', (error) => this.problems.push(`uncaught: ${error.message}`));
    page.on('console', (message) => message.type() === 'error' && this.problems.push(`console: ${message.text()}`));
  }

  /** Waits until the app of this page, or of its frame, can be used. */
  async ready() {
    await this.until('the app is ready', () => {
      globalThis.terrella?.ready?.then(() => (globalThis.isReady = true));
      return globalThis.isReady && Boolean(terrella.execute);
    });
  }

  async reload() {
    await this.page.reload({ waitUntil: 'domcontentloaded' });
    await this.ready();
  }

  /** Asks in the page until it is so; one that is being replaced by another page does not answer. */
  async until(what, holds, ...args) {
    await until(what, () => Promise.race([this.frame.evaluate(holds, ...args).catch(() => false), after(2000)]));
  }

  async execute(id, args = {}) {
    const { result, failure } = await this.tried(id, args);
    assert.equal(failure, undefined, id);
    return result;
  }

  /** What a command that fails says. */
  async refusal(id, args = {}) {
    const { result, failure } = await this.tried(id, args);
    assert.ok(failure, `${id} must fail, and gave ${JSON.stringify(result)}`);
    return failure;
  }

  async tried(id, args) {
    let timer;
    const late = new Promise((resolve) => {
      timer = setTimeout(() => resolve({ failure: 'no answer' }), ANSWER_MILLIS);
    });
    const asked = this.frame.evaluate(async (id, args) => {
      try {
        return { result: await terrella.execute(id, args) };
      } catch ({ code, message }) {
        return { failure: `${code}: ${message}` };
      }
    }, id, args);
    const answer = await Promise.race([asked, late]);
    clearTimeout(timer);
    return answer;
  }

  /** The map as PNG, in base64. */
  async picture() {
    const { base64 } = await this.execute('view:image');
    assert.ok(base64.length > 20_000, 'the map shows something');
    return base64;
  }

  texts(selector) {
    return this.frame.evaluate((selector) => [...document.querySelectorAll(selector)].map((element) => element.innerText.trim()), selector);
  }

  /** Clicks the middle of an element with the mouse. */
  async click(selector) {
    const element = await this.frame.$(selector);
    await element.click();
    await element.dispose();
  }
}
