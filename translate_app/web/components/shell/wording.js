// Streamlit says a few things of its own, in English only: they are said in the reader's words.

const SAID = ["aria-label", "title", "placeholder"];
const OURS = '[data-testid="stMarkdownContainer"], [data-testid="stHtml"], script, style';
const THEIRS = '[data-testid="stFileUploader"]'; // its button has a label like our own buttons
const originals = new WeakMap(); // text node or element -> {what it is: [Streamlit's, ours]}
let words = { exact: {}, patterns: [] };

/** Our words for what Streamlit says, or undefined. */
function worded(said) {
  const phrase = said.trim();
  if (Object.hasOwn(words.exact, phrase)) return words.exact[phrase];
  for (const [before, after, ours] of words.patterns) {
    if (phrase.length <= before.length + after.length) continue;
    if (!phrase.startsWith(before) || !phrase.endsWith(after)) continue;
    const rest = phrase.slice(before.length, phrase.length - after.length);
    return ours.replace("{rest}", () => rest);
  }
  return undefined;
}

function say(node, what, now, put) {
  const known = originals.get(node) ?? {};
  const [theirs, ours] = known[what] ?? [];
  const said = now === ours ? theirs : now;
  const better = said && worded(said);
  if (better === undefined || better === now) return;
  originals.set(node, { ...known, [what]: [said, better] });
  put(better);
}

function wordText(node) {
  const place = node.parentElement;
  if (!place || (place.closest(OURS) && !place.closest(THEIRS))) return;
  say(node, "text", node.data, (text) => {
    node.data = text;
  });
}

function wordElement(element) {
  for (const name of SAID) {
    const said = element.getAttribute(name);
    if (said) say(element, name, said, (text) => element.setAttribute(name, text));
  }
}

function wordAll(root) {
  if (root.nodeType === Node.TEXT_NODE) wordText(root);
  if (root.nodeType !== Node.ELEMENT_NODE) return;
  wordElement(root);
  const inside = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (inside.nextNode()) {
    const node = inside.currentNode;
    if (node.nodeType === Node.TEXT_NODE) wordText(node);
    else wordElement(node);
  }
}

new MutationObserver((changes) => {
  for (const { type, target, addedNodes } of changes) {
    if (type === "childList") addedNodes.forEach(wordAll);
    else if (type === "characterData") wordText(target);
    else wordElement(target);
  }
}).observe(document.body, {
  attributeFilter: SAID,
  characterData: true,
  childList: true,
  subtree: true,
});

/** From now on these words; what was said before in others is said anew. */
function speak(chosen) {
  if (JSON.stringify(chosen) === JSON.stringify(words)) return;
  words = chosen;
  wordAll(document.body);
}
