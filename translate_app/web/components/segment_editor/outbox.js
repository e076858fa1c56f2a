// The way to the server: one event at a time, answered before the next, never dropped.
//
// Browser -> Python, trigger "event":
//   {id: string, kind: string, number: int, version: int, target: string,
//    versions: [[number, version], ...], words: string, place: int, has: int}
// Python -> browser, `ack` in the news:
//   {id, status: "done" | "stale" | "doubt" | "error", number, message}
// web/editor_protocol.py is the same contract from the other side, and names the kinds.

const ANSWER_WITHIN = 12000; // ms; then the same event, with the same id, is sent again
const LOOKING = new Set(["open", "others", "find"]); // nothing is written
let eventCount = 0;
const eventOrigin = Math.random().toString(36).slice(2, 10);

class Outbox {
  /** `build(wish)` makes the event when its turn comes, or null where nothing is left to do. */
  constructor(build, send, changed) {
    this.build = build;
    this.send = send;
    this.changed = changed;
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

  /** Queue a wish {kind, number, …}; a later one of the same kind takes its place. */
  push(wish) {
    const same = (other) => other.kind === wish.kind && other.number === wish.number;
    const single = ["open", "find"].includes(wish.kind);
    const replaced = (other) => (single ? other.kind === wish.kind : same(other));
    this.wishes = this.wishes.filter((other) => !replaced(other));
    this.wishes.push(wish);
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
        const plain = { target: "", version: 0, versions: [], words: "", place: 0 };
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
    window.clearTimeout(this.timer);
    window.clearTimeout(this.pauseTimer);
  }
}
