// What is looked at, kept in the address's hash so that it can be sent and gone back to.

const VIEWS = ["findings", "histories", "articles", "outlets", "coverage"];
const FILTERS = ["level", "rule", "outlet", "entity", "from", "to", "state", "verdict", "q"];
// Rows drawn at once: what a filter costs is mostly drawing.
const BATCH = 50;
const state = { view: "findings", open: new Set(), current: -1, shown: BATCH, article: -1, claim: -1, filters: {}, filtering: false };

let knownHash = "";

function readHash() {
  knownHash = location.hash;
  const given = new URLSearchParams(location.hash.slice(1));
  const view = given.get("view");
  state.view = VIEWS.includes(view) ? view : "findings";
  for (const name of FILTERS) state.filters[name] = given.get(name) || "";
  state.article = findNumber(given.get("article"), ARTICLES.length);
  state.claim = findNumber(given.get("claim"), CLAIMS.length);
  if (state.claim >= 0 && state.article < 0) state.article = CLAIMS[state.claim].article;
  const wanted = given.get("finding");
  const finding = wanted ? FINDINGS.find((each) => each.id === wanted) : null;
  if (finding) {
    state.current = finding.index;
    state.open.add(finding.index);
  }
}

function findNumber(text, length) {
  return text !== null && /^\d{1,9}$/.test(text) && Number(text) < length ? Number(text) : -1;
}

function makeHash(changes) {
  const wanted = { view: state.view, ...state.filters, ...changes };
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(wanted)) {
    if (value !== "" && value !== null && value !== undefined && !(name === "view" && value === "findings")) parameters.set(name, value);
  }
  return "#" + parameters.toString();
}

// A link to a view: filters stay as they are.
function linkTo(changes) { return makeHash(changes); }

// Filters change the address in place: the way back is not littered with every key stroke. Where the address is another than the known one, the
// editor has followed a link that `arrive` has yet to hear of: it is not written over.
function keepHash() {
  if (location.hash !== knownHash) return;
  const finding = state.view === "findings" && state.open.size === 1 ? FINDINGS[[...state.open][0]].id : "";
  const hash = makeHash(state.view === "articles" ? { article: state.article < 0 ? "" : state.article, claim: state.claim < 0 ? "" : state.claim } : { finding });
  try { history.replaceState(null, "", hash === "#" ? location.pathname + location.search : hash); } catch { /* some browsers refuse this for files */ }
  knownHash = location.hash;
}
