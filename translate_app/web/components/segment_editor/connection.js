// Whether the page has a server: Streamlit says so at its root, long before a request times out.

const CONNECTION = "data-test-connection-state";
const HICCUP = 1000; // ms without a server that nobody needs to hear of

class Connection {
  /** `changed()` is called when the server is lost, and when it is back. */
  constructor(changed) {
    this.changed = changed;
    this.lost = false;
    this.broken = false;
    this.app = document.querySelector(`[${CONNECTION}]`);
    this.watcher = new MutationObserver(() => this.look());
    if (this.app) this.watcher.observe(this.app, { attributeFilter: [CONNECTION] });
  }

  /** Whether there is no server now, be it for a moment. */
  get away() {
    return Boolean(this.app) && this.app.getAttribute(CONNECTION) !== "CONNECTED";
  }

  /** Whether there is a server again, and was none for a moment since this was asked last. */
  mended() {
    if (!this.broken || this.away) return false;
    this.broken = false;
    return true;
  }

  look() {
    window.clearTimeout(this.timer);
    const lost = this.away;
    this.broken ||= lost;
    this.timer = window.setTimeout(() => this.tell(lost), lost ? HICCUP : 0);
  }

  tell(lost) {
    if (lost === this.lost) return;
    this.lost = lost;
    this.changed();
  }

  close() {
    this.watcher.disconnect();
    window.clearTimeout(this.timer);
  }
}
