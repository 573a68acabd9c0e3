// The page as a whole.

const THEMES = ["auto", "light", "dark"];
let printing = false;

function theme() { const found = storage.get("factcheck.theme"); return THEMES.includes(found) ? found : "auto"; }
function setTheme(next) {
  storage.set("factcheck.theme", next);
  document.documentElement.dataset.theme = next;
}

function headerOf() {
  const button = (id, text, click, attributes) => h("button", { type: "button", id, ...attributes, on: { click } }, text);
  return h("header", null, h("div.top", null, h("h1", null, t("heading.title")), h("div.switches", null,
    button("language", language ? "中文" : "English", () => switchLanguage(), { lang: language ? "zh" : "en" }),
    button("theme", label(t("html.theme"), t("html.theme." + theme())), () => { setTheme(THEMES[(THEMES.indexOf(theme()) + 1) % 3]); render("theme"); }),
    button("print", t("html.print"), () => print()), button("help", t("html.help"), openHelp))),
  verdictOf(), navigation());
}

function verdictOf() {
  const levels = countBy(FINDINGS.map((finding) => finding.level));
  return h("section.verdict", { "aria-label": t("html.verdict") }, h("p.verdict-line", { class: `verdict-line ${levels.has("error") ? "level-error" : levels.has("warning") ? "level-warning" : "level-none"}` }, s(DATA.verdict)),
    DATA.errors.length ? h("ul.errors", null, DATA.errors.slice(0, 5).map((error) => h("li", null, cut(s(error), 300))), DATA.errors.length > 5 ? h("li", null, t("evidence.more", { n: DATA.errors.length - 5 })) : null) : null,
    h("p.read", null, list(DATA.coverage.slice(0, 4).map(s).slice(0, 1)), " ", h("a", { href: linkTo({ view: "coverage" }) }, t("html.coverage_link"))));
}

function navigation() {
  const counts = { findings: FINDINGS.length, histories: DATA.histories.length, articles: ARTICLES.length };
  return h("nav", { "aria-label": t("html.views") }, h("ul", null, VIEWS.map((view) => h("li", null, h("a", { href: makeHash({ view }), "aria-current": state.view === view ? "page" : null },
    t("html.view." + view), counts[view] === undefined ? null : h("small", null, ` ${counts[view]}`))))));
}

function reviewBar() {
  const name = h("input", { name: "reviewer", autocomplete: "name", maxlength: 80, value: reviewer(), on: { change: (event) => { kept = storage.set("factcheck.reviewer", event.target.value.trim()); refreshProgress(); } } });
  const stages = h("select", { name: "stage", on: { change: (event) => storage.set("factcheck.stage", event.target.value) } }, h("option", { value: "" }, "—"), STAGES.map((each, index) => h("option", { value: each, selected: stage() === each }, t(`html.stage.${index + 1}`))));
  const file = h("input", { type: "file", id: "import", accept: ".jsonl,.json,.txt", hidden: true, "aria-label": t("html.import"), on: { change: takeFile } });
  return h("section.review", { "aria-label": t("html.review") }, h("label.field", null, h("span", null, t("html.reviewer")), name), h("label.field", null, h("span", null, t("html.stage")), stages),
    h("span.progress", { id: "progress" }), h("button.export", { type: "button", id: "export", on: { click: saveFile } }, t("html.export")), h("button", { type: "button", on: { click: () => file.click() } }, t("html.import")), file, h("p.status", { role: "status", id: "status" }));
}

function refreshProgress() {
  const bar = document.getElementById("progress");
  if (bar) bar.textContent = t("html.progress", { done: FINDINGS.filter(decisionOn).length, n: FINDINGS.length });
  const status = document.getElementById("status");
  if (status && !kept) status.textContent = t("html.not_kept");
}

function say(text) { const status = document.getElementById("status"); if (status) status.textContent = text; }

function saveFile() {
  const { exported, left } = exportDecisions();
  const nameless = exported && !reviewer() ? ` ${t("html.no_name")}` : "";
  say((exported ? t("html.exported", { n: exported }) : t("html.nothing_to_export")) + (left ? ` ${t("html.left", { n: left })}` : "") + nameless);
}

async function takeFile(event) {
  const [file] = event.target.files;
  if (!file) return;
  const { taken, refused } = importDecisions(await file.text());
  listFindings();
  refreshProgress();
  say(t("html.imported", { n: taken }) + (refused ? ` ${t("html.refused", { n: refused })}` : ""));
  event.target.value = "";
}

function findingsView() {
  return [filterForm(), reviewBar(), h("p.count", { id: "count", role: "status" }), h("div", { id: "findings" })];
}

function switchLanguage() {
  // A filter by an outlet's name stays true where the name does not differ by language.
  language = 1 - language;
  storage.set("factcheck.lang", LANGUAGES[language]);
  render("language");
}

// Everything anew; the focus goes to the element with the id `focus`. `data-address` tells which address is drawn: the browser changes the
// address at once and says so later.
function render(focus) {
  document.documentElement.lang = CODES[language];
  document.documentElement.dataset.theme = theme();
  document.title = `${t("heading.title")} · ${makeVisible(s(DATA.verdict))}`;
  const views = { findings: findingsView, histories: historiesView, articles: articlesView, outlets: outletsView, coverage: coverageView };
  replace(document.getElementById("page"), h("a.skip", { href: "#main", on: { click: (event) => { event.preventDefault(); document.getElementById("main").focus(); } } }, t("html.skip")), headerOf(), h("main", { id: "main", tabindex: -1, "data-address": location.hash }, views[state.view]()), h("footer", null, t("html.footer")));
  if (state.view === "findings") {
    listFindings();
    refreshProgress();
  }
  const target = focus ? document.getElementById(focus) : null;
  if (target) target.focus();
}

function arrive() {
  const before = { ...state, filters: { ...state.filters } };
  readHash();
  render();
  const chosen = state.view === "articles" ? document.querySelector(".claim.chosen") : null;
  if (chosen) {
    chosen.scrollIntoView({ block: "center" });
    if (chosen.matches("a")) chosen.focus({ preventScroll: true });
  } else if (state.view === "findings" && state.current >= 0) focusFinding(FINDINGS[state.current]);
  else if (before.view !== state.view || before.article !== state.article) document.getElementById("main").focus({ preventScroll: true });
}

// On paper everything that is listed is open.
function beforePrint() {
  if (state.view !== "findings") return;
  printing = true;
  state.printed = { open: new Set(state.open), shown: state.shown };
  state.shown = listed.length;
  listed.forEach((finding) => state.open.add(finding.index));
  listFindings();
  document.querySelectorAll("details.reasons").forEach((details) => { details.open = true; });
}

function afterPrint() {
  if (!state.printed) return;
  Object.assign(state, state.printed);
  state.printed = null;
  listFindings();
  printing = false;
}

// What a search looks at is made while nobody waits for it.
function warmUp(from) {
  const until = performance.now() + 12;
  let number = from;
  for (; number < FINDINGS.length && performance.now() < until; number += 1) { wordsOf(FINDINGS[number]); entityOf(FINDINGS[number]); }
  if (number < FINDINGS.length) setTimeout(warmUp, 20, number);
}

loadDecisions();
readHash();
render();
if (state.current >= 0 && state.view === "findings") focusFinding(FINDINGS[state.current]);
addEventListener("hashchange", arrive);
addEventListener("beforeprint", beforePrint);
addEventListener("afterprint", afterPrint);
document.addEventListener("keydown", onKey);
setTimeout(warmUp, 200, 0);
