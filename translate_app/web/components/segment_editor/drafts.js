// What has been typed and is not confirmed by the server, in memory and in localStorage.

const DRAFT_PREFIX = "translate_app/draft/";

/** Drafts of one release. A draft is {base, baseText, text}: typed on version `base`. */
class Drafts {
  constructor(release) {
    this.prefix = `${DRAFT_PREFIX}${release}/`;
    this.byNumber = new Map();
    this.kept = true;
    this.restore();
  }

  get(number) {
    return this.byNumber.get(number);
  }

  numbers() {
    return [...this.byNumber.keys()];
  }

  /** Keep `text`, typed on version `base` whose text was `baseText`. */
  put(number, base, baseText, text) {
    const old = this.byNumber.get(number);
    this.byNumber.set(number, { base, baseText, text });
    this.write(this.key(number, base), JSON.stringify({ baseText, text }));
    if (old && old.base !== base) this.write(this.key(number, old.base), null);
  }

  drop(number) {
    const old = this.byNumber.get(number);
    this.byNumber.delete(number);
    if (old) this.write(this.key(number, old.base), null);
  }

  key(number, base) {
    return `${this.prefix}${number}/${base}`;
  }

  /** Storage may be full or forbidden; the draft then lives in memory, and `kept` says so. */
  write(key, value) {
    try {
      if (value === null) window.localStorage.removeItem(key);
      else window.localStorage.setItem(key, value);
      this.kept = true;
    } catch {
      this.kept = false;
    }
  }

  restore() {
    let keys = [];
    try {
      keys = Object.keys(window.localStorage).filter((key) => key.startsWith(this.prefix));
    } catch {
      this.kept = false;
    }
    for (const key of keys) {
      const [number, base] = key.slice(this.prefix.length).split("/").map(Number);
      const known = this.byNumber.get(number);
      try {
        const { baseText, text } = JSON.parse(window.localStorage.getItem(key));
        const whole = Number.isInteger(number) && Number.isInteger(base);
        if (whole && typeof text === "string" && (!known || known.base < base)) {
          this.byNumber.set(number, { base, baseText: String(baseText ?? ""), text });
        }
      } catch {
        window.localStorage.removeItem(key);
      }
    }
  }
}
