// The way to the server: one event at a time, answered before the next, never dropped.
//
// Browser -> Python, trigger "event":
//   {id: string, kind: string, number: int, version: int, target: string,
//    versions: [[number, version], ...], words: string, place: int, has: int, entry: string,
//    name: {source, target, type} (only for "add_name")}
// Python -> browser, `ack` in the news:
//   {id, status: "done" | "stale" | "doubt" | "error", number, message, handed (for "next")}
// web/editor_events.py is the same contract from the other side, and names the kinds.

const ANSWER_WITHIN = 12000; // ms; then the same event, with the same id, is sent again
const LOOKING = new Set(["open", "next", "others", "find"]); // nothing is written
const PLACES = ["open", "next"]; // where the person is: only the last place counts
const SEVERAL = ["comment", "ask", "resolve", "add_name", "choose_name"]; // each is one of its own
let eventCount = 0;
const eventOrigin = Math.random().toString(36).slice(2, 10);

class Outbox {
  /**
   * `build(wish)` makes the event when its turn comes, or null where nothing is left to do;
   * `wished(wish)` hears of every wish as it comes in.
   */
  constructor(build, send, changed, wished) {
    this.build = build;
    this.send = send;
    this.changed = changed;
    this.wished = wished;
    this.wishes = [];
    this.flying = null;
    this.late = false;
    this.timer = 0;
    this.pausedUntil = 0;
    this.connected = false; // whether there is somebody to send to
  }

  /** Send nothing for `time` ms: an event of this page would call the browser back to it. */
  pause(time) {
    this.pausedUntil = Date.now() + time;
    window.clearTimeout(this.pauseTimer);
    this.pauseTimer = window.setTimeout(() => this.next(), time + 1);
  }

  get paused() {
    return !this.connected || Date.now() < this.pausedUntil;
  }

  /** Queue a wish {kind, number, …}; a later one takes the place of one that it makes needless. */
  push(wish) {
    const { kind, number } = wish;
    const replaced = (other) => {
      if (PLACES.includes(kind)) return PLACES.includes(other.kind);
      if (SEVERAL.includes(kind) || other.kind !== kind) return false;
      return kind === "find" || other.number === number;
    };
    this.wishes = this.wishes.filter((other) => !replaced(other));
    this.wishes.push(wish);
    this.wished(wish);
    this.next();
  }

  /** Whether a text of that segment is on its way or waits to be. */
  carries(number) {
    const texts = (event) => event.number === number && !LOOKING.has(event.kind);
    return Boolean(this.flying && texts(this.flying)) || this.wishes.some(texts);
  }

  /** Whether anything but looking is on its way. */
  get busy() {
    const saves = (event) => !LOOKING.has(event.kind);
    return Boolean(this.flying && saves(this.flying)) || this.wishes.some(saves);
  }

  next() {
    while (!this.flying && !this.paused && this.wishes.length > 0) {
      const event = this.build(this.wishes.shift());
      if (event) {
        eventCount += 1;
        const plain = { target: "", version: 0, versions: [], words: "", place: 0, entry: "" };
        this.flying = { ...plain, ...event };
        this.flying.id = `${eventOrigin}-${eventCount}`;
        this.transmit();
      }
    }
    if (this.flying && !this.timer) this.transmit(); // the answer was due during a pause
    this.changed();
  }

  transmit() {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.timer = 0;
      if (this.paused) return;
      this.late = true;
      this.transmit();
      this.changed();
    }, ANSWER_WITHIN);
    this.send({ ...this.flying });
  }

  /** Send what has no answer yet once more: it may not have arrived. */
  again() {
    if (this.flying) this.transmit();
  }

  /** The event that `ack` answers, once; null for an answer seen before. */
  answered(ack) {
    if (!ack || !this.flying || this.flying.id !== ack.id) return null;
    window.clearTimeout(this.timer);
    this.timer = 0;
    const event = this.flying;
    this.flying = null;
    this.late = false;
    return event;
  }

  close() {
    this.connected = false;
    window.clearTimeout(this.timer);
    window.clearTimeout(this.pauseTimer);
  }
}
