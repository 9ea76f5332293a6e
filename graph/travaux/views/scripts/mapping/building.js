// Makes elements; texts are texts.

export function make(name, attributes = {}, ...content) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "onclick") element.addEventListener("click", value);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...content.filter((one) => one !== null && one !== undefined && one !== ""));
  return element;
}

export const button = (words, onclick, attributes = {}) => make("button", { type: "button", onclick, ...attributes }, words);

const SPACE = "http://www.w3.org/2000/svg";

export function drawing(width, height, parts) {
  const svg = document.createElementNS(SPACE, "svg");
  for (const [key, value] of Object.entries({ viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true", focusable: "false" })) svg.setAttribute(key, value);
  for (const [name, attributes] of parts) {
    const part = document.createElementNS(SPACE, name);
    for (const [key, value] of Object.entries(attributes)) part.setAttribute(key, value);
    svg.append(part);
  }
  return svg;
}

export const pageOf = (id) => `/${id}`;
export const mapOf = (id) => `/map?at=${encodeURIComponent(id).replaceAll("%2F", "/")}`;
