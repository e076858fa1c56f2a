// What a mark has to say, shown beside it while the pointer is on it or focus is in it.

class Tips {
  constructor(frame) {
    this.box = make("div", "tip");
    this.box.hidden = true;
    this.box.setAttribute("role", "tooltip");
    frame.append(this.box);
    const mark = (event) => event.target.closest?.("mark[data-tip]");
    for (const kind of ["pointerover", "focusin"]) {
      frame.addEventListener(kind, (event) => this.show(mark(event)));
    }
    frame.addEventListener("focusout", () => this.show(null));
    frame.addEventListener("keydown", (event) => event.key === "Escape" && this.show(null));
  }

  show(mark) {
    this.box.hidden = !mark;
    if (!mark) return;
    this.box.textContent = mark.dataset.tip;
    this.box.dir = "auto";
    const place = mark.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = this.box;
    const below = place.bottom + offsetHeight + 8 < window.innerHeight;
    const left = Math.min(place.left, window.innerWidth - offsetWidth - 8);
    this.box.style.left = `${Math.max(8, left)}px`;
    this.box.style.top = `${below ? place.bottom + 4 : place.top - offsetHeight - 4}px`;
  }
}
