// One key each, as long as nobody is writing.

function onKey(event) {
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
  const within = event.target;
  if (event.key === "Escape" && within.matches("input, select, textarea")) { within.blur(); return; }
  if (within.matches("input:not([type=radio]), select, textarea") || document.querySelector("dialog[open]")) return;
  if (event.key === "?") { openHelp(); event.preventDefault(); return; }
  if (state.view !== "findings") return;
  const here = within.closest("details.finding");
  if (here) state.current = Number(here.dataset.index);
  const place = listed.findIndex((finding) => finding.index === state.current);
  const current = listed[place];
  if (event.key === "j" || event.key === "k") {
    const next = listed[place < 0 ? 0 : Math.min(Math.max(place + (event.key === "j" ? 1 : -1), 0), listed.length - 1)];
    if (next) focusFinding(next);
  } else if (event.key === "/") document.getElementById("search").focus();
  else if (event.key === "Enter" && current && within === document.body) toggle(current);
  else if (event.key === "n" && current) { toggle(current, true); const note = document.querySelector(`#finding-${current.index} textarea:enabled`); if (note) note.focus(); }
  else if (/^[0-4]$/.test(event.key) && current) { toggle(current, true); setDecision(current, event.key === "0" ? "" : VERDICTS[Number(event.key) - 1]); }
  else return;
  event.preventDefault();
}

function toggle(finding, open) {
  const details = document.getElementById(`finding-${finding.index}`);
  if (!details) return;
  details.open = open === undefined ? !details.open : open;
  if (details.open && !details.querySelector(".body")) details.append(bodyOf(finding));
}

function openHelp() {
  const rows = [["j / k", "keys_move"], ["Enter", "keys_open"], ["1", "verdict.confirmed"], ["2", "verdict.dismissed"], ["3", "verdict.needs-check"], ["4", "verdict.corrected"], ["0", "verdict.none"], ["n", "note"], ["/", "search"], ["?", "help"]];
  const dialog = h("dialog", { "aria-labelledby": "help-title", on: { close: () => dialog.remove() } },
    h("h2", { id: "help-title" }, t("html.help")), h("dl.keys", null, rows.map(([key, name]) => h("div", null, h("dt", null, h("kbd", null, key)), h("dd", null, t("html." + name))))),
    h("p", null, t("html.help_decisions")), h("form", { method: "dialog" }, h("button", null, t("html.close"))));
  document.body.append(dialog);
  dialog.showModal();
}
