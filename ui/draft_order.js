// Which segments are shown, in which order, and moving about in them.
const ALWAYS = { state: ["all", "open", "new", "draft", "edited", "approved"], found: ["all", "any", "error", "warning", "note", "unsure"], certain: ["all", "0.3", "0.5", "0.7"], order: ["text", "worst"] };
let view = { order: "text", state: "all", found: "all", certain: "all" };
const badness = (data) => {
  const found = data.findings.reduce((sum, one) => sum + WEIGHT[one.severity], 0) + (data.cut ? 10 : 0);
  const doubt = data.confidence === null ? (data.unsure ? 5 : 0) - (data.score ?? 0) : 8 * (1 - data.confidence);
  return (data.state === "approved" ? -1e6 : 0) + found + doubt;
};
const isCertain = (data) => view.certain === "all" || (data.confidence !== null && data.confidence < Number(view.certain));
const inState = (data) => view.state === "all" || (view.state === "open" ? data.state !== "approved" : data.state === view.state);
const isFound = ({ findings, unsure, cut }) => {
  if (view.found === "all") return true;
  if (view.found === "any") return findings.length > 0 || unsure || cut;
  if (view.found === "unsure") return unsure;
  return findings.some((one) => one.severity === view.found || `check.${one.check}` === view.found) || (cut && view.found === "warning");
};
const shown = () => {
  const all = [...rows.values()].filter(({ data }) => inState(data) && isFound(data) && isCertain(data));
  return all.sort((a, b) => (view.order === "worst" && badness(b.data) - badness(a.data)) || a.data.number - b.data.number);
};
const arrange = () => {
  const list = shown();
  const nodes = list.length ? list.map((row) => row.node) : [make("li", { className: "soft" }, say("empty"))];
  const focused = document.activeElement;
  parts.list.replaceChildren(...nodes);
  list.forEach(grow);
  if (focused !== document.activeElement && parts.list.contains(focused)) focused.focus();
};
const filters = () => Object.keys(ALWAYS).map((name) => {
  parts[name] = make("select", { className: name, onchange: () => { view = { ...view, [name]: parts[name].value }; arrange(); } },
    ...ALWAYS[name].map((value) => option(name, value)));
  parts[name].value = view[name];
  return make("label", {}, say(name), parts[name]);
});
const option = (name, value) => make("option", { value }, Number(value) ? say("certain.below", { n: percent(value) }) : say(`${name}.${value}`));
// The checks that found something in this draft can be chosen by name.
const named = () => {
  const counts = {};
  for (const { data } of rows.values()) {
    for (const check of new Set(data.findings.map((one) => one.check))) counts[check] = (counts[check] || 0) + 1;
  }
  const names = Object.keys(counts).sort().map((check) => [`check.${check}`, counts[check]]);
  const key = JSON.stringify(names);
  if (parts.found.dataset.key === key) return;
  parts.found.dataset.key = key;
  const labels = names.map(([value, count]) => make("option", { value }, `${say(value).replace(/^check\./, "")} (${count})`));
  parts.found.replaceChildren(...ALWAYS.found.map((value) => option("found", value)), ...labels);
  if (![...parts.found.options].some((one) => one.value === view.found)) { view.found = "all"; arrange(); }
  parts.found.value = view.found;
};
const reveal = (row) => { // also where a filter hides it
  if (!row.node.isConnected) {
    view = { ...view, state: "all", found: "all", certain: "all" };
    parts.state.value = parts.found.value = parts.certain.value = "all";
    arrange();
  }
  row.node.scrollIntoView({ block: "nearest" });
};
const step = (row, by, wanted = () => true) => {
  const nodes = [...parts.list.children];
  let at = nodes.indexOf(row?.node);
  for (at += by; at >= 0 && at < nodes.length; at += by) {
    const next = [...rows.values()].find((one) => one.node === nodes[at]);
    if (next && wanted(next.data)) { next.area.focus(); next.node.scrollIntoView({ block: "nearest" }); return; }
  }
};
const worst = () => {
  view.order = view.order === "worst" ? "text" : "worst";
  parts.order.value = view.order;
  arrange();
};
