// The wire: events to Python, news from it. A component of its own, so that a save sends a few
// rows and not the whole release.

const WIRE_NEWS = "translate_app:news";

/** The wires of the page, by release: {news, send}. */
function wires() {
  window.translateAppWires ??= new Map();
  return window.translateAppWires;
}
