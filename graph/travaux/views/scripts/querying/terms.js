// Terms as a reader sees them: things of the corpus lead to their pages, known names are shortened.
export class Terms {
  constructor({ base, prefixes }) {
    this.base = base;
    this.prefixes = Object.entries(prefixes);
  }

  words(term) {
    if (term === null) return "";
    if (term.type !== "uri") return term.value;
    if (term.value.startsWith(this.base)) return term.value.slice(this.base.length);
    const known = this.prefixes.find(([, iri]) => term.value.startsWith(iri));
    return known ? `${known[0]}:${term.value.slice(known[1].length)}` : term.value;
  }

  address(term) {
    return term?.type === "uri" && term.value.startsWith(this.base) ? `/${term.value.slice(this.base.length)}` : null;
  }

  isNumber(term) {
    return term?.type === "literal" && /#(integer|decimal|double|float)$/.test(term.datatype ?? "");
  }

  // An element with the words of a term: a link where it has a page.
  show(term) {
    const address = this.address(term);
    const element = document.createElement(address ? "a" : "span");
    if (address) element.href = address;
    element.textContent = this.words(term);
    return element;
  }
}
