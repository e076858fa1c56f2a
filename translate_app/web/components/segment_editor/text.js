// Texts: code points, marks and foreign-script runs. No state, and data never becomes markup.

/** UTF-16 offset of every code point of `text`, and of its end: Python counts code points. */
function unitOffsets(text) {
  const offsets = [0];
  for (const character of text) offsets.push(offsets[offsets.length - 1] + character.length);
  return offsets;
}

/** Marks in code points -> marks in UTF-16 units, cut to the text, empty ones left out. */
function marksInUnits(text, marks) {
  const offsets = unitOffsets(text);
  const last = offsets.length - 1;
  const clamp = (place) => offsets[Math.max(0, Math.min(place, last))];
  return marks
    .map((mark) => ({ ...mark, start: clamp(mark.start), end: clamp(mark.end) }))
    .filter((mark) => mark.start < mark.end);
}

const LATIN_WORD = "\\p{Script=Latin}(?:[\\p{L}\\p{M}\\p{N}'’&.@/_+-]*[\\p{L}\\p{M}\\p{N}])?";
const ADDRESS =
  "(?:https?:\\/\\/|www\\.)[^\\s<>\"«»،؛]*[\\p{L}\\p{N}/#=]" +
  "|[\\p{Script=Latin}\\p{N}._%+-]+@[\\p{Script=Latin}\\p{N}-]+(?:\\.[\\p{Script=Latin}\\p{N}-]+)+";
const ARABIC_WORD = "\\p{Script=Arabic}(?:[\\p{Script=Arabic}\\p{M}]*)";
const FOREIGN = {
  rtl: new RegExp(`${ADDRESS}|${LATIN_WORD}(?:[ \\u00a0]+${LATIN_WORD})*`, "gu"),
  ltr: new RegExp(`${ARABIC_WORD}(?:[ \\u00a0]+${ARABIC_WORD})*`, "gu"),
};

/** Runs of the other script in a text of base direction `dir`; each is isolated with <bdi>. */
function foreignRuns(text, dir) {
  return [...text.matchAll(FOREIGN[dir] || FOREIGN.ltr)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Append text[start, end) to `node`, cut where marks begin and end. */
function appendMarked(node, text, start, end, marks) {
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
      node.append(piece);
      continue;
    }
    const element = document.createElement("mark");
    element.className = [...new Set(covering.map((m) => m.kind))].join(" ");
    element.title = covering.map((m) => m.title).filter(Boolean).join("\n");
    element.textContent = piece;
    node.append(element);
  }
}

/** Replace the content of `node` by the text with its marks, given in UTF-16 units. */
function fillText(node, text, marks, dir, isolate) {
  node.replaceChildren();
  let place = 0;
  for (const run of isolate ? foreignRuns(text, dir) : []) {
    appendMarked(node, text, place, run.start, marks);
    const isolated = document.createElement("bdi");
    if (dir === "rtl") isolated.dir = "ltr"; // an address may begin with a sign or a digit
    appendMarked(isolated, text, run.start, run.end, marks);
    node.append(isolated);
    place = run.end;
  }
  appendMarked(node, text, place, text.length, marks);
}

/** Marks of `known` that still hold in `typed`: those before and behind what has changed. */
function survivingMarks(known, typed, marks) {
  if (known === typed) return marks;
  const limit = Math.min(known.length, typed.length);
  let before = 0;
  while (before < limit && known[before] === typed[before]) before += 1;
  let behind = 0;
  while (
    behind < limit - before &&
    known[known.length - 1 - behind] === typed[typed.length - 1 - behind]
  ) {
    behind += 1;
  }
  const shift = typed.length - known.length;
  return marks.flatMap((mark) => {
    if (mark.end <= before) return [mark];
    if (mark.start < known.length - behind) return [];
    return [{ ...mark, start: mark.start + shift, end: mark.end + shift }];
  });
}

/** `template` with its {named} places filled. */
function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (place, name) => (name in values ? values[name] : place));
}

/** A new element with class and text. */
function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}
