// Thousands of rows: what is near the window is drawn at once, the rest when there is time.
//
// The browser lays out only what can be seen (`content-visibility` in editor.css); all rows are
// drawn in the end, so that its own search and screen readers find the whole text.

const NEAR = "900px 0px"; // around the window
const AT_ONCE = 30; // rows that are drawn without waiting for the browser to say what is near

class Shelf {
  /** `fill(number)` draws the content of a row. */
  constructor(fill) {
    this.fill = fill;
    this.waiting = new Map(); // element -> number
    this.idle = 0;
    this.observer = new IntersectionObserver((seen) => this.see(seen), { rootMargin: NEAR });
  }

  /** Put a row on the shelf. */
  add(element, number) {
    if (this.count < AT_ONCE) {
      this.count += 1;
      this.fill(number);
      return;
    }
    this.waiting.set(element, number);
    this.observer.observe(element);
    if (!this.idle) this.idle = this.later(() => this.rest());
  }

  count = 0;

  /** Draw a row now. */
  take(element) {
    const number = this.waiting.get(element);
    if (number === undefined) return;
    this.waiting.delete(element);
    this.observer.unobserve(element);
    this.fill(number);
  }

  see(seen) {
    for (const { target, isIntersecting } of seen) if (isIntersecting) this.take(target);
  }

  later(action) {
    const patient = window.requestIdleCallback;
    return patient ? patient(action, { timeout: 2000 }) : window.setTimeout(action, 50);
  }

  /** Draw some of the rest, for less than a frame. */
  rest() {
    this.idle = 0;
    const end = performance.now() + 8;
    for (const element of this.waiting.keys()) {
      this.take(element);
      if (performance.now() > end) break;
    }
    if (this.waiting.size > 0) this.idle = this.later(() => this.rest());
  }

  clear() {
    this.observer.disconnect();
    this.waiting.clear();
    this.count = 0;
  }
}
