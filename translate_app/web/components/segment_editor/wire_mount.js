/** Called by Streamlit with all news; the editor of the release hears them at once. */
export default function render({ data, parentElement, setTriggerValue }) {
  const send = (event) => setTriggerValue("event", event);
  const detail = { news: data, send, owner: parentElement };
  wires().set(data.release, detail);
  window.dispatchEvent(new CustomEvent(WIRE_NEWS, { detail }));
  return () => {
    if (wires().get(data.release) === detail) wires().delete(data.release);
  };
}
