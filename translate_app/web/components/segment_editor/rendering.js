// Texts as elements. Data becomes text nodes and attributes, never markup.

const INVISIBLE = /[ \u00a0\t\n\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202f\u2060-\u2069\ufeff]/gu;
const SIGNS = {
  " ": "·", "\u00a0": "⍽", "\t": "→", "\n": "↵", "\u00ad": "SHY", "\u061c": "ALM",
  "\u200b": "ZWSP", "\u200c": "ZWNJ", "\u200d": "ZWJ", "\u200e": "LRM", "\u200f": "RLM",
  "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
  "\u202f": "⍽", "\u2060": "WJ", "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI",
  "\u2069": "PDI", "\ufeff": "BOM",
};

/** A new element with class and text. */
function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

/** A button with words; `action` names it, so that focus finds it when it is made anew. */
function makeButton(className, text, does, action) {
  const button = make("button", className, text);
  button.type = "button";
  if (action) button.dataset.action = action;
  button.addEventListener("click", does);
  return button;
}

/** `template` with its {named} places filled. */
function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (place, name) => (name in values ? values[name] : place));
}

/** Append `template` with its {named} places filled, each value in its own direction. */
function appendFilled(node, template, values) {
  for (const piece of template.split(/(\{\w+\})/)) {
    const name = piece.slice(1, -1);
    node.append(piece.startsWith("{") && name in values ? make("bdi", "", values[name]) : piece);
  }
  return node;
}

/** Words of a person: in the direction of their language, not of a name that they address. */
function spokenWords(className, words) {
  const text = make("div", className, words);
  text.dir = /\p{Script=Arabic}/u.test(words) ? "rtl" : "ltr";
  return text;
}

/** An element in the language and direction of a side of the document. */
function sided(element, side, dir) {
  element.lang = side.lang;
  element.dir = dir || side.dir;
  return element;
}

const WITH_WIDTH = " \u00a0\u202f\t\n";

function signOf(character) {
  const code = character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
  return SIGNS[character] || `U+${code}`;
}

/**
 * Append `text`; with `signs` every invisible character carries a sign over its place.
 * Signs of several at one place, which have no width of their own, stand beside one another.
 */
function appendText(node, text, signs) {
  let place = 0;
  let last = null; // the span of the character before, where it has no width
  for (const match of signs ? text.matchAll(INVISIBLE) : []) {
    const [character] = match;
    const narrow = !WITH_WIDTH.includes(character);
    if (narrow && last && match.index === place) {
      last.textContent += character;
      last.dataset.sign += ` ${signOf(character)}`;
    } else {
      node.append(text.slice(place, match.index));
      const shown = make("span", character === " " ? "inv space" : "inv", character);
      shown.dataset.sign = signOf(character);
      node.append(shown);
      last = narrow ? shown : null;
    }
    place = match.index + character.length;
  }
  node.append(text.slice(place));
}

/** Append text[start, end) to `node`, cut where marks begin and end. */
function appendMarked(node, text, start, end, marks, signs) {
  const cuts = new Set([start, end]);
  for (const mark of marks) {
    if (mark.start > start && mark.start < end) cuts.add(mark.start);
    if (mark.end > start && mark.end < end) cuts.add(mark.end);
  }
  const places = [...cuts].sort((a, b) => a - b);
  for (let i = 0; i + 1 < places.length; i += 1) {
    const piece = text.slice(places[i], places[i + 1]);
    const covering = marks.filter((m) => m.start <= places[i] && m.end >= places[i + 1]);
    if (covering.length === 0) {
      appendText(node, piece, signs);
      continue;
    }
    const element = make("mark", [...new Set(covering.map((m) => m.kind))].join(" "));
    const tip = covering.map((m) => m.title).filter(Boolean).join("\n");
    if (tip) element.dataset.tip = tip;
    appendText(element, piece, signs);
    node.append(element);
  }
}

/**
 * Replace the content of `node` by the text with its marks, given in UTF-16 units.
 * `isolate` puts runs of the other script into <bdi>; `signs` shows invisible characters.
 */
function fillText(node, text, marks, dir, { isolate = true, signs = false } = {}) {
  node.replaceChildren();
  let place = 0;
  for (const run of isolate ? foreignRuns(text, dir) : []) {
    appendMarked(node, text, place, run.start, marks, signs);
    const isolated = document.createElement("bdi");
    if (dir === "rtl") isolated.dir = "ltr"; // an address may begin with a sign or a digit
    appendMarked(isolated, text, run.start, run.end, marks, signs);
    node.append(isolated);
    place = run.end;
  }
  appendMarked(node, text, place, text.length, marks, signs);
}
