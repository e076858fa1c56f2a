// Takes the keyboard to an element once for every new number.

let seen = 0;

function reach(id, tries) {
  const element = document.getElementById(id);
  if (element) {
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest" });
  } else if (tries) {
    requestAnimationFrame(() => reach(id, tries - 1)); // it may be drawn a moment later
  }
}

export default function focus({ data }) {
  if (data.number === seen) return;
  seen = data.number;
  if (seen) reach(data.element, 30);
}
