// Elements, built without ever parsing text as markup.

const SVG = "http://www.w3.org/2000/svg";

// Shown by name: characters that would act on the screen. The same list as report/text.py.
const ACTIVE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2061-\u2069\ufff9-\ufffb]/g;
const SURROGATES = /[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;
const PILED = /([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{3})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+/g;

function makeVisible(text) {
  const name = (c) => `<U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}>`;
  return text.replace(INVISIBLE, "").replace(PILED, "$1").replace(ACTIVE, name).replace(SURROGATES, (c) => (c.length === 2 ? c : name(c)));
}

function cut(text, most) {
  const shown = makeVisible(text);
  return shown.length > most ? shown.slice(0, most).replace(/[\ud800-\udbff]$/, "") + "…" : shown;
}

// h("p.note", {hidden: true, on: {click}}, "text", node, …): null and false are left out.
function h(name, attributes, ...children) {
  return fill(document.createElement(name.split(".")[0]), name, attributes, children);
}

function svg(name, attributes, ...children) {
  return fill(document.createElementNS(SVG, name.split(".")[0]), name, attributes, children);
}

function fill(element, name, attributes, children) {
  const classes = name.split(".").slice(1);
  if (classes.length) element.setAttribute("class", classes.join(" "));
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key === "on") for (const [event, act] of Object.entries(value)) element.addEventListener(event, act);
    else if (key === "value") element.value = value;
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, makeVisible(String(value)));
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false || child === "") continue;
    element.append(child instanceof Node ? child : makeVisible(String(child)));
  }
}

function replace(element, ...children) {
  element.replaceChildren();
  append(element, children);
}
