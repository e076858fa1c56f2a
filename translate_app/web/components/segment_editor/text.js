// Texts as values: code points, marks, foreign-script runs, folding, digits. Nothing is drawn here.

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

/** `at`, or where it is inside a word the nearer end of that word with what clings to it. */
function besideWord(text, at) {
  const inside = /[\p{L}\p{M}\p{N}]$/u.test(text.slice(0, at)) && /^[\p{L}\p{M}\p{N}]/u.test(text.slice(at));
  if (!inside) return at;
  const start = text.slice(0, at).search(/\S+$/u);
  const end = at + text.slice(at).match(/^\S+/u)[0].length;
  if (start === 0) return end;
  return end === text.length || at - start <= end - at ? start : end;
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

const FOLDED = {
  "\u0622": "\u0627", "\u0623": "\u0627", "\u0625": "\u0627", "\u0671": "\u0627", // alef
  "\u0649": "\u064a", "\u06cc": "\u064a", "\u06a9": "\u0643", "\u0629": "\u0647",
  "\u0624": "\u0648", "\u0626": "\u064a",
};

/** A text for finding only: no vowel signs, one alef, one yeh, small letters, Latin digits. */
function folded(text) {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u064b-\u065f\u0670\u0640\u200b-\u200f\u2066-\u2069]/g, "")
    .replace(/[\u0622\u0623\u0625\u0671\u0649\u06cc\u06a9\u0629\u0624\u0626]/g, (c) => FOLDED[c])
    .replace(/[\u0660-\u0669]/g, (c) => String(c.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (c) => String(c.charCodeAt(0) - 0x6f0))
    .replace(/[\u2018\u2019\u02bc`]/g, "'");
}

/**
 * `typed` with Arabic-Indic digits, where it goes behind `before`.
 * Inside an address or a Latin word (MI8, www.x1) the digits stay as they are.
 */
function inArabicDigits(typed, before) {
  if (/[\p{Script=Latin}@/#_=]\S*$/u.test(before)) return typed;
  return typed.replace(/[0-9]/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
}
