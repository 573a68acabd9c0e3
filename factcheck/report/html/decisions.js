// What the editor decides: kept in the browser by fingerprint, exported as JSON Lines for `factcheck review import`.

const VERDICTS = ["confirmed", "dismissed", "needs-check", "corrected"];
const STAGES = ["一审", "二审", "三审"];
const KEY = "factcheck.decisions.v1";
const decisions = new Map();
let kept = true;

function isDecision(given) {
  return given !== null && typeof given === "object" && typeof given.fingerprint === "string" && (VERDICTS.includes(given.verdict) || given.verdict === "withdrawn");
}

function takeDecision(given) {
  const text = (value) => (typeof value === "string" ? value : "");
  decisions.set(given.fingerprint, {
    fingerprint: given.fingerprint, verdict: given.verdict, note: text(given.note), reviewer: text(given.reviewer), stage: text(given.stage), date: text(given.date),
  });
}

// What was decided before stands in the report; what was decided here since then is newer.
const decided = new Map();

function loadDecisions() {
  for (const given of DATA.decided) if (isDecision(given)) { takeDecision(given); decided.set(given.fingerprint, decisions.get(given.fingerprint)); }
  try {
    for (const given of JSON.parse(storage.get(KEY) || "[]")) {
      const before = isDecision(given) && decided.get(given.fingerprint);
      if (isDecision(given) && !(before && before.date > String(given.date))) takeDecision(given);
    }
  } catch { /* what somebody else wrote there is none of ours */ }
}

function saveDecisions() { kept = storage.set(KEY, JSON.stringify([...decisions.values()])); }

function today() {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}

// What is decided about a finding now; one that was taken back is none.
function decisionOn(finding) {
  const decision = decisions.get(finding.fingerprint);
  return decision && decision.verdict !== "withdrawn" ? decision : undefined;
}

// "" takes the decision back: for good where it is on record already.
function decide(finding, verdict) {
  const before = decisionOn(finding);
  if (!verdict && !decided.has(finding.fingerprint)) decisions.delete(finding.fingerprint);
  else if (!verdict) takeDecision({ fingerprint: finding.fingerprint, verdict: "withdrawn", reviewer: reviewer(), stage: stage(), date: today() });
  else takeDecision({ fingerprint: finding.fingerprint, verdict, note: before ? before.note : "", reviewer: reviewer(), stage: stage(), date: today() });
  saveDecisions();
}

function noteDecision(finding, note) {
  const decision = decisionOn(finding);
  if (!decision) return;
  takeDecision({ ...decision, note, reviewer: reviewer() || decision.reviewer, stage: stage() || decision.stage, date: today() });
  saveDecisions();
}

function reviewer() { return storage.get("factcheck.reviewer") || ""; }
function stage() { const found = storage.get("factcheck.stage"); return STAGES.includes(found) ? found : ""; }

// A dismissal without its reason is not accepted by `factcheck review import`.
function isComplete(decision) { return decision.verdict !== "dismissed" || decision.note.trim() !== ""; }

// Each decision about a finding of this report once, those that are on record already left out.
function listDecisions() {
  const made = new Set(FINDINGS.map((finding) => decisions.get(finding.fingerprint)).filter(Boolean));
  return [...made].filter((decision) => JSON.stringify(decision) !== JSON.stringify(decided.get(decision.fingerprint)));
}

function exportDecisions() {
  const made = listDecisions();
  const ready = made.filter(isComplete);
  if (!ready.length) return { exported: 0, left: made.length };
  const lines = ready.map((decision) => JSON.stringify({ ...decision, reviewer: decision.reviewer || reviewer(), stage: decision.stage || stage() }));
  const address = URL.createObjectURL(new Blob([lines.join("\n") + "\n"], { type: "application/x-ndjson" }));
  const link = h("a", { href: address, download: "factcheck-decisions.jsonl", hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  return { exported: ready.length, left: made.length - ready.length };
}

// Returns how many were taken and how many lines were no decisions.
function importDecisions(text) {
  let taken = 0, refused = 0;
  for (const line of text.replace(/^\ufeff/, "").split(/\r?\n/)) {
    if (!line.trim()) continue;
    let given = null;
    try { given = JSON.parse(line); } catch { /* counted below */ }
    if (isDecision(given)) { takeDecision(given); taken += 1; } else refused += 1;
  }
  saveDecisions();
  return { taken, refused };
}
