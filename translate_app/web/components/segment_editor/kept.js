// Small choices that this browser remembers: directions of cells, signs, digits, what was seen.

const KEPT_PREFIX = "translate_app/";

/** The value kept under `name`, or `fallback`: storage may be empty, full or forbidden. */
function kept(name, fallback) {
  try {
    const value = JSON.parse(window.localStorage.getItem(KEPT_PREFIX + name));
    return value === null || typeof value !== typeof fallback ? fallback : value;
  } catch {
    return fallback;
  }
}

/** Keep `value` under `name`; null forgets it. */
function keep(name, value) {
  try {
    if (value === null) window.localStorage.removeItem(KEPT_PREFIX + name);
    else window.localStorage.setItem(KEPT_PREFIX + name, JSON.stringify(value));
  } catch {
    // The choice then holds until the page is left.
  }
}
