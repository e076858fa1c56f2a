// Where Streamlit and the editor meet: a release has one editor, in the element that came last.
//
// After a lost connection Streamlit may draw a release into a new element and leave the old one
// standing. Two editors would be under one another then, and both would save.

/** What the page has, whichever version of this program drew it. */
function mounted() {
  window.translateAppEditors ??= { editors: new Map(), left: new Map() };
  return window.translateAppEditors; // host -> editor; host -> data that it would show
}

const drawings = new WeakMap(); // host -> the latest drawing in it

/** Called by Streamlit with every whole release; the same host element keeps its editor. */
export default function render({ data, parentElement: host }) {
  const drawing = {};
  drawings.set(host, drawing);
  draw(host, data);
  return () => {
    // A drawing that a later one has overtaken ends too, and must leave the editor to that.
    if (drawings.get(host) === drawing) end(host);
  };
}

function draw(host, data) {
  const { editors, left } = mounted();
  const same = (other) => other.data.release === data.release;
  const others = [...editors].filter(([at, other]) => at !== host && same(other));
  if (left.has(host) && others.some(([at]) => at.isConnected)) {
    left.set(host, data);
    return;
  }
  left.delete(host);
  const places = others.map(([at, older]) => {
    left.set(at, older.data);
    editors.delete(at);
    const place = older.place();
    older.close(); // its drafts are in the browser's storage
    return place;
  });
  const editor = editors.get(host) || new Editor(host);
  editors.set(host, editor);
  editor.update(data);
  const place = places.find(Boolean);
  if (place) editor.activate(place.number, place.focused, place.at);
}

/** The host goes; one that was left for it has the release again. */
function end(host) {
  const { editors, left } = mounted();
  left.delete(host);
  const editor = editors.get(host);
  if (!editor) return;
  editors.delete(host);
  editor.close();
  const { release } = editor.data;
  const again = [...left].find(([at, data]) => at.isConnected && data.release === release);
  if (again) draw(...again);
}
