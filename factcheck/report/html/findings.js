// The findings: a line each, and the sides beside each other when one is opened.

function tag(kind, text) { return h(`span.tag.${kind}`, null, text); }

function verdictTag(finding) {
  const decision = decisionOn(finding);
  if (!decision) return null;
  const missing = isComplete(decision) ? "" : ` · ${t("html.note_missing")}`;
  return tag(`decided-${decision.verdict}`, `${t("html.decided")} ${t("html.verdict." + decision.verdict)}${missing}`);
}

function showFinding(finding) {
  const details = h("details.finding", { class: `finding level-${finding.level}`, id: `finding-${finding.index}`, "data-index": finding.index, on: { toggle: () => toggled(details, finding) } });
  details.append(summaryOf(finding));
  if (state.open.has(finding.index)) {
    details.append(bodyOf(finding));
    details.open = true;
  }
  return h("li", null, details);
}

function summaryOf(finding) {
  const sides = finding.values.slice(0, 6).map((value, index) => h("span.side", { class: `side value-${index % 6}` }, h("b", null, letter(index)), " ", cut(s(value.label), 40), " ", h("small", null, s(value.support))));
  const more = finding.values.length - sides.length;
  return h("summary", null,
    h("span.line", null, tag(`level-${finding.level}`, t("level." + finding.level)), h("span.number", null, String(finding.number)),
      h("h3", null, cut(s(finding.fact) || s(finding.message), 120)), tag("state", t("state." + finding.state)), verdictTag(finding)),
    h("span.sides", null, sides, more > 0 ? h("span.side", null, t("evidence.more", { n: more })) : null));
}

// The browser tells of it later, also of what was opened while drawing: a row that is gone by then says nothing, and one that was open before
// is not what the editor turned to.
function toggled(details, finding) {
  if (!details.isConnected) return;
  if (details.open) {
    if (!details.querySelector(".body")) details.append(bodyOf(finding));
    if (!state.open.has(finding.index)) state.current = finding.index;
    state.open.add(finding.index);
  } else state.open.delete(finding.index);
  if (!printing) keepHash();
}

function bodyOf(finding) {
  const names = namesOf(finding);
  const relations = finding.relations.map((number) => RELATIONS[number]);
  const rule = DATA.rules[finding.rule] === undefined ? "" : s(DATA.rules[finding.rule]);
  return h("div.body", null,
    h("p.message", null, s(finding.message)),
    s(finding.advice) ? h("p.advice", null, h("b", null, label(t("heading.advice"), "")), s(finding.advice)) : null,
    h("p.tags", null, h("code", null, cut(finding.rule, 60)), rule ? ` ${rule}` : "", ` · ${t("family." + finding.family)} · ${t("kind." + finding.kind)} · ${label(t("heading.reason"), t("reason." + finding.reason))}`),
    h("div.values", { class: `values columns-${Math.min(finding.values.length, 4)}` }, finding.values.map((value, index) => showValue(value, index, names))),
    h("div.figures", null,
      drawTimeline(finding.timeline, relations, finding.values.map((value, index) => `${letter(index)} ${s(value.label)}`), (claim) => names.get(claim)),
      drawGraph(finding)),
    showReasons(relations, names),
    decisionForm(finding),
    h("p.identity", null, h("a", { href: linkTo({ view: "findings", finding: finding.id }) }, t("html.link")), " · ", h("code", null, cut(finding.id, 60)), " · ", h("code.fingerprint", null, cut(finding.fingerprint, 90))));
}

function showValue(value, index, names) {
  const most = 30;
  return h("section.value", { class: `value value-${index % 6}`, "aria-label": `${letter(index)} ${cut(s(value.label), 80)}` },
    h("h4", null, h("span.letter", null, letter(index)), " ", cut(s(value.label), 300)),
    h("p.support", null, s(value.support)),
    value.claims.slice(0, most).map((claim) => showEvidence(CLAIMS[claim], index, value.claims.length > 1 ? names.get(claim) : "")),
    value.claims.length > most ? h("p", null, t("evidence.more", { n: value.claims.length - most })) : null);
}

function showEvidence(claim, index, name) {
  if (claim.article < 0) return h("p", null, s(claim.outlet));
  const article = ARTICLES[claim.article];
  const facts = [];
  const fact = (key, text) => { if (text) facts.push(h("div", null, h("dt", null, key), h("dd", null, text))); };
  fact(t("html.speaker"), s(claim.speaker) ? `${cut(s(claim.speaker), 80)} · ${t("stance." + s(claim.stance))}` : s(claim.stance) === "asserts" ? "" : t("stance." + s(claim.stance)));
  fact(t("column.as_of"), s(claim.asOf));
  fact(t("html.normalised"), cut(s(claim.value), 200));
  for (const [key, text] of claim.scope) fact(s(key), cut(s(text), 120));
  return h("div.evidence", null,
    h("p.source", null, name ? h("b.name", null, name) : null, h("b", null, cut(s(claim.outlet), 80)), " ", article.date ? h("time", { datetime: article.date }, article.date) : t("date.unknown"),
      claim.headline ? [" ", tag("headline", t("evidence.headline"))] : null),
    showSentence(claim, index),
    h("dl", null, facts),
    h("p.where", null, h("a", { href: linkTo({ view: "articles", article: article.index, claim: claim.index }) }, t("html.in_article")), " ", h("span", null, placeOf(claim))));
}

function showReasons(relations, names) {
  if (!relations.length) return null;
  const most = 40;
  const rows = relations.slice(0, most).map((relation) => h("tr", null,
    h("th", { scope: "row" }, `${names.get(relation.a)} – ${names.get(relation.b)}`),
    h("td", { class: CONFLICTS.has(relation.kind) ? "conflict" : "agree" }, t("kind." + relation.kind)),
    h("td", null, t("reason." + relation.reason)),
    h("td.long", null, DATA.gates[relation.gates].map(([gate, outcome]) => h("span.gate", null, `${s(gate)} ${s(outcome)}`)))));
  return h("details.reasons", null, h("summary", null, t("html.why_compared")),
    h("p", null, t("html.why_compared_about")),
    h("div.scroll", { tabindex: 0, role: "group", "aria-label": t("html.why_compared") }, h("table", null,
      h("thead", null, h("tr", null, [t("html.pair"), t("html.relation"), t("heading.reason"), t("html.gates")].map((head) => h("th", { scope: "col" }, head)))), h("tbody", null, rows))),
    relations.length > most ? h("p", null, t("evidence.more", { n: relations.length - most })) : null);
}

function decisionForm(finding) {
  const decision = decisionOn(finding);
  const group = `verdict-${finding.index}`;
  const choice = (verdict, key) => h("label.choice", null,
    h("input", { type: "radio", name: group, value: verdict, checked: (decision ? decision.verdict : "") === verdict, on: { change: () => setDecision(finding, verdict) } }),
    " ", verdict ? t("html.verdict." + verdict) : t("html.verdict.none"), key ? h("kbd", { "aria-hidden": "true" }, key) : null);
  return h("fieldset.decision", null, h("legend", null, t("html.decide")),
    h("div.choices", null, VERDICTS.map((verdict, index) => choice(verdict, index + 1)), choice("", 0)),
    h("label.note", null, h("span", null, t("html.note")), h("textarea", { rows: 2, maxlength: 2000, disabled: !decision, value: decision ? decision.note : "",
      on: { change: (event) => { noteDecision(finding, event.target.value); refreshDecision(finding); } } })),
    decision ? h("p.made", null, [decision.reviewer || t("html.no_reviewer"), decision.stage, decision.date].filter(Boolean).join(" · "),
      isComplete(decision) ? null : h("strong", null, ` ${t("html.note_needed")}`)) : null);
}

function setDecision(finding, verdict) {
  decide(finding, verdict);
  refreshDecision(finding, { focus: verdict });
}

// Redraw what shows a decision, leaving the rest and the focus where they are.
function refreshDecision(finding, { focus = null } = {}) {
  for (const twin of FINDINGS) {
    if (twin.fingerprint !== finding.fingerprint) continue;
    const details = document.getElementById(`finding-${twin.index}`);
    if (!details) continue;
    const summary = details.querySelector("summary"), form = details.querySelector(".decision");
    const hadSummary = document.activeElement === summary;
    const within = form && form.contains(document.activeElement) ? document.activeElement : null;
    const redrawn = summaryOf(twin);
    summary.replaceChildren(...redrawn.childNodes);
    if (hadSummary) summary.focus();
    if (!form) continue;
    const next = decisionForm(twin);
    form.replaceWith(next);
    if (within && twin === finding) {
      const target = within.matches("textarea") ? next.querySelector("textarea") : next.querySelector(`input[value="${within.value}"]`);
      if (target) target.focus();
    }
    if (focus === "dismissed" && twin === finding && !isComplete(decisionOn(finding))) next.querySelector("textarea").focus();
  }
  refreshProgress();
}
