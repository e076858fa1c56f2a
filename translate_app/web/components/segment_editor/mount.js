// Where Streamlit and the editor meet: one editor for a host element, for as long as it lives.

const editors = new WeakMap();

/** Called by Streamlit with every whole release; the same host element keeps its editor. */
export default function render({ data, parentElement }) {
  let editor = editors.get(parentElement);
  if (!editor) {
    editor = new Editor(parentElement);
    editors.set(parentElement, editor);
  }
  editor.update(data);
  return () => {
    editors.delete(parentElement);
    editor.close();
  };
}
