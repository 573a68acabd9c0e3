// Which findings are listed, and the controls that say so.

function passes(finding, words) {
  const f = state.filters;
  if (f.level && finding.level !== f.level) return false;
  if (f.rule && finding.rule !== f.rule) return false;
  if (f.state && finding.state !== f.state) return false;
  if (f.verdict) {
    const decision = decisionOn(finding);
    if ((decision ? decision.verdict : "none") !== f.verdict) return false;
  }
  if (f.outlet && ![...finding.outlets].some((outlet) => s(outlet) === f.outlet)) return false;
  if (f.entity && !entityOf(finding).includes(fold(f.entity))) return false;
  if ((f.from || f.to) && !finding.dates.some((date) => (!f.from || date >= f.from) && (!f.to || date <= f.to))) return false;
  return words.every((word) => wordsOf(finding).includes(word));
}

function entityOf(finding) {
  if (finding.entity === null) finding.entity = fold([...new Set([finding.subject, ...finding.claims.map((claim) => s(CLAIMS[claim].subject))])].join("\n"));
  return finding.entity;
}

function filterFindings() {
  const words = fold(state.filters.q).split(/\s+/).filter(Boolean);
  return FINDINGS.filter((finding) => passes(finding, words));
}

function countBy(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
  return counts;
}

function filterForm() {
  const select = (name, title, options) => field(title, h("select", { name, on: { change: (event) => setFilter(name, event.target.value) } },
    h("option", { value: "" }, t("html.all")), options.map(([value, text, n]) => h("option", { value, selected: state.filters[name] === value }, `${cut(text, 40)}${n === undefined ? "" : language ? ` (${n})` : `（${n}）`}`))));
  const field = (title, control) => h("label.field", null, h("span", null, title), control);
  const text = (name, title, type, attributes) => field(title, h("input", { name, type, value: state.filters[name], autocomplete: "off", ...attributes, on: { input: onInput, compositionend: onInput } }));
  const onInput = (event) => {
    // An input method is still composing: what stands there is not what is meant.
    if (event.type === "input" && event.isComposing) return;
    setFilter(event.target.name, event.target.value);
  };
  const levels = countBy(FINDINGS.map((f) => f.level)), states = countBy(FINDINGS.map((f) => f.state)), rules = countBy(FINDINGS.map((f) => f.rule));
  const outlets = countBy(FINDINGS.flatMap((f) => [...f.outlets].map(s)));
  const subjects = [...countBy(FINDINGS.map((f) => f.subject).filter(Boolean))].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 300);
  const ruleName = (rule) => { const name = DATA.rules[rule] === undefined ? "" : s(DATA.rules[rule]); return name ? `${rule} ${name}` : rule; };
  return h("form.filters", { role: "search", "aria-label": t("html.filter"), on: { submit: (event) => event.preventDefault() } },
    text("q", t("html.search"), "search", { id: "search", placeholder: t("html.search_hint") }),
    h("details.more-filters", { open: state.filtering || FILTERS.some((name) => name !== "q" && state.filters[name]), on: { toggle: (event) => { state.filtering = event.target.open; } } }, h("summary", null, t("html.filter")), h("div.fields", null,
      select("level", t("column.level"), LEVELS.filter((each) => levels.has(each)).map((each) => [each, t("level." + each), levels.get(each)])),
      select("state", t("html.state"), STATES.filter((each) => states.has(each)).map((each) => [each, t("state." + each), states.get(each)])),
      select("verdict", t("html.decision"), [...VERDICTS, "none"].map((each) => [each, t("html.verdict." + each)])),
      select("rule", t("column.rule"), [...rules.keys()].sort().map((each) => [each, ruleName(each), rules.get(each)])),
      select("outlet", t("column.outlet"), [...outlets.keys()].sort().map((each) => [each, each, outlets.get(each)])),
      text("entity", t("html.entity"), "text", { list: "subjects" }), h("datalist", { id: "subjects" }, subjects.map(([subject]) => h("option", { value: cut(subject, 60) }))),
      text("from", t("html.from"), "date"), text("to", t("html.to"), "date"),
      h("button", { type: "button", on: { click: clearFilters } }, t("html.clear")))));
}

function setFilter(name, value) {
  state.filters[name] = value;
  state.shown = BATCH;
  listFindings();
  keepHash();
}

function clearFilters() {
  for (const name of FILTERS) state.filters[name] = "";
  state.shown = BATCH;
  render();
  keepHash();
  document.getElementById("search").focus();
}

let listed = [];

// The list anew: what passes, a batch at a time. `words` tells a screen reader how many there are.
function listFindings() {
  listed = filterFindings();
  const shown = listed.slice(0, state.shown);
  const target = document.getElementById("findings");
  if (!target) return;
  const groups = LEVELS.map((level) => [level, shown.filter((finding) => finding.level === level)]).filter(([, found]) => found.length);
  replace(target, groups.map(([level, found]) => h("section.level", null,
    h("h2", null, h("span", { class: `dot level-${level}`, "aria-hidden": "true" }), t("level." + level), " ", h("small", null, String(listed.filter((each) => each.level === level).length))),
    h("ol.list", null, found.map(showFinding)))),
  listed.length > shown.length ? h("p.more", null, h("button", { type: "button", on: { click: showMore } }, t("html.more", { n: listed.length - shown.length }))) : null,
  FINDINGS.length && !listed.length ? h("p.empty", null, t("html.nothing")) : null);
  document.getElementById("count").textContent = t("html.shown", { shown: listed.length, n: FINDINGS.length });
}

function showMore() {
  const first = listed[state.shown];
  state.shown += BATCH;
  listFindings();
  if (first) focusFinding(first);
}

function focusFinding(finding) {
  const place = listed.indexOf(finding);
  if (place >= state.shown) {
    state.shown = Math.ceil((place + 1) / BATCH) * BATCH;
    listFindings();
  }
  const details = document.getElementById(`finding-${finding.index}`);
  if (!details) return;
  state.current = finding.index;
  const summary = details.querySelector("summary");
  summary.focus({ preventScroll: true });
  summary.scrollIntoView({ block: "nearest" });
}
