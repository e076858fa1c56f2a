// Whom a comment addresses: after @ the people who are known are offered.

const OFFERED_PEOPLE = 6;

/** What stands between the last @ and the caret, with its place; null where none is begun. */
function mentionBefore(text, caret) {
  const begun = /(?:^|[^\p{L}\p{N}_])@([^@\n]{0,60})$/u.exec(text.slice(0, caret));
  return begun && { words: begun[1], start: caret - begun[1].length };
}

/** The people whose name begins so, or has a word that does; none where one is written in full. */
function peopleLike(words, people) {
  const wanted = folded(words);
  if (people.some((name) => wanted.startsWith(folded(name)))) return [];
  const fits = (name) => folded(name).startsWith(wanted) || folded(name).includes(` ${wanted}`);
  return people.filter(fits).slice(0, OFFERED_PEOPLE);
}

/** Offer people while `field` is written in: arrows choose, Enter or Tab takes, Escape leaves. */
function offerPeople(field, { people, labels }) {
  const list = make("div", "people-list");
  list.id = "people-to-address";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", labels.people);
  field.setAttribute("aria-autocomplete", "list");
  let at = 0;
  const point = () => {
    [...list.children].forEach((option, place) => {
      option.setAttribute("aria-selected", String(place === at));
    });
    if (list.hidden) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", `person-${at}`);
  };
  const show = (names) => {
    at = 0;
    list.hidden = names.length === 0;
    list.replaceChildren(
      ...names.map((name, place) => {
        const option = make("div", "person");
        option.id = `person-${place}`;
        option.setAttribute("role", "option");
        option.append(make("bdi", "", name));
        option.addEventListener("pointerdown", (event) => {
          event.preventDefault();
          take(name);
        });
        return option;
      }),
    );
    point();
  };
  const take = (name) => {
    const begun = mentionBefore(field.value, field.selectionStart);
    if (begun) field.setRangeText(`${name} `, begun.start, field.selectionStart, "end");
    field.dispatchEvent(new Event("input"));
    show([]);
  };
  field.addEventListener("input", () => {
    const begun = mentionBefore(field.value, field.selectionStart);
    show(begun ? peopleLike(begun.words, people) : []);
  });
  field.addEventListener("blur", () => show([]));
  field.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const count = list.children.length;
    if (event.key === "ArrowDown") at = (at + 1) % count;
    else if (event.key === "ArrowUp") at = (at + count - 1) % count;
    else if (event.key === "Escape") show([]);
    else if (event.key === "Enter" || event.key === "Tab") take(list.children[at].textContent);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
    point();
  });
  return list;
}
