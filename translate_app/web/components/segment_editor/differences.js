// What differs between two texts, word by word (longest common subsequence).

const LONGEST_COMPARED = 1200; // words; beyond it the whole middle counts as different

/** The words of a text, each with the space behind it; punctuation stands alone. */
function wordsOf(text) {
  return text.match(/[\p{L}\p{M}\p{N}_]+\s*|[^\p{L}\p{M}\p{N}_\s]\s*|\s+/gu) || [];
}

/** Lengths of the longest common subsequences of all ends of `a` and `b`. */
function commonLengths(a, b) {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[i].trim() === b[j].trim()
          ? lengths[(i + 1) * width + j + 1] + 1
          : Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
    }
  }
  return (i, j) => lengths[i * width + j];
}

/** Pieces [kind, text] that turn `before` into `after`: "same", "del" and "ins". */
function differences(before, after) {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const pieces = [];
  const add = (kind, text) => {
    const last = pieces[pieces.length - 1];
    if (last && last[0] === kind) last[1] += text;
    else if (text) pieces.push([kind, text]);
  };
  let [start, ends] = [0, 0];
  const limit = Math.min(a.length, b.length);
  while (start < limit && a[start] === b[start]) start += 1;
  while (ends < limit - start && a[a.length - 1 - ends] === b[b.length - 1 - ends]) ends += 1;
  const middle = [a.slice(start, a.length - ends), b.slice(start, b.length - ends)];
  const small = middle.every((words) => words.length <= LONGEST_COMPARED);
  const length = small ? commonLengths(...middle) : () => 0;
  add("same", a.slice(0, start).join(""));
  let [i, j] = [0, 0];
  while (i < middle[0].length || j < middle[1].length) {
    const [word, other] = [middle[0][i], middle[1][j]];
    if (small && word !== undefined && other !== undefined && word.trim() === other.trim()) {
      add("same", other);
      i += 1;
      j += 1;
    } else if (other === undefined || (word !== undefined && length(i + 1, j) >= length(i, j + 1))) {
      add("del", word);
      i += 1;
    } else {
      add("ins", other);
      j += 1;
    }
  }
  add("same", a.slice(a.length - ends).join(""));
  return pieces;
}

/** Replace the content of `node` by what was taken out of `before` and put into `after`. */
function fillDifferences(node, before, after) {
  node.replaceChildren(
    ...differences(before, after).map(([kind, text]) =>
      kind === "same" ? document.createTextNode(text) : make(kind, "", text),
    ),
  );
}
