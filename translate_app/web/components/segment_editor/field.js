// The open text: a textarea over a backdrop that draws its marks and gives it its height.

const LONGEST_TYPED = 50000;

class Field {
  /** `does` gets: typed(text), left(), and digits(): whether typed digits become Arabic ones. */
  constructor(side, dir, does) {
    this.side = side;
    this.does = does;
    this.box = make("div", "edit");
    this.backdrop = make("div", "backdrop");
    this.backdrop.setAttribute("aria-hidden", "true");
    this.area = make("textarea");
    this.area.rows = 1;
    this.area.spellcheck = true;
    this.area.maxLength = LONGEST_TYPED;
    this.turn(dir);
    this.area.addEventListener("input", () => does.typed(this.area.value));
    this.area.addEventListener("blur", () => does.left());
    this.area.addEventListener("beforeinput", (event) => this.type(event));
    this.area.addEventListener("mousemove", (event) => this.point(event));
    this.box.append(this.backdrop, this.area);
  }

  /** Write in direction `dir`. */
  turn(dir) {
    sided(this.backdrop, this.side, dir);
    sided(this.area, this.side, dir);
  }

  show(text, marks, signs) {
    if (this.area.value !== text) this.area.value = text;
    const shown = { isolate: false, signs };
    fillText(this.backdrop, text, marks, this.area.dir, shown);
    this.backdrop.append("\n"); // a last empty line has its height too
  }

  label(words) {
    this.area.setAttribute("aria-label", words);
  }

  focus(at) {
    this.area.focus({ preventScroll: true });
    const place = at ?? this.area.value.length;
    this.area.setSelectionRange(place, place);
  }

  /** Digits become those of the client while they are typed; pasted text stays as it is. */
  type(event) {
    if (event.inputType !== "insertText" || !/^[0-9]$/.test(event.data || "")) return;
    if (!this.does.digits()) return;
    const before = this.area.value.slice(0, this.area.selectionStart);
    const wanted = inArabicDigits(event.data, before);
    if (wanted === event.data) return;
    event.preventDefault();
    this.insert(wanted);
  }

  /** What the mark under the pointer has to say: the backdrop itself is out of reach. */
  point({ clientX, clientY }) {
    const inside = (box) =>
      clientX >= box.left && clientX <= box.right && clientY >= box.top && clientY <= box.bottom;
    const marks = [...this.backdrop.querySelectorAll("mark[data-tip]")];
    const under = marks.filter((mark) => [...mark.getClientRects()].some(inside));
    const words = under.map((mark) => mark.dataset.tip).join("\n");
    if (this.area.title !== words) this.area.title = words;
  }

  /** Put `text` in place of the whole; the browser's undo brings the old text back. */
  replace(text) {
    this.area.focus();
    this.area.select();
    this.insert(text);
  }

  /** Put `text` where the caret is, as if it was typed: the browser's undo knows about it. */
  insert(text) {
    this.area.focus();
    // The only way to write into a field that every browser's own undo can take back.
    if (document.execCommand("insertText", false, text)) return;
    const { selectionStart, selectionEnd } = this.area;
    this.area.setRangeText(text, selectionStart, selectionEnd, "end");
    this.does.typed(this.area.value);
  }

  /** Put a name at the caret, with a space between it and the words beside it. */
  insertName(name) {
    const { value, selectionStart, selectionEnd } = this.area;
    const [before, behind] = [value.slice(0, selectionStart), value.slice(selectionEnd)];
    const gap = before === "" || /[\s(\[«“"'ـ]$/u.test(before) || this.clitic(before) ? "" : " ";
    // ل before the article is written لل: الميناء, للميناء.
    const joined = gap === "" && /(^|\s)[وف]?ل$/u.test(before) && name.startsWith("ال");
    const written = joined ? name.slice(1) : name;
    this.insert(`${gap}${written}${/^[\p{L}\p{N}]/u.test(behind) ? " " : ""}`);
  }

  /** Whether the text ends with Arabic prefixes that are written together with a name. */
  clitic(before) {
    return this.side.lang === "ar" && /(^|\s)[وف]?[بلك]?$/u.test(before) && /\S$/.test(before);
  }
}
