// The keys, the language, and how it all begins.
const KEYS = [["Alt+↓ / Alt+↑", "next"], ["Ctrl+Enter", "approve"], ["Alt+1…9", "other"], ["Alt+T", "term"], ["Alt+R", "repeat"],
  ["Alt+Z / Alt+Shift+Z", "undo"], ["Alt+N", "open"], ["Alt+W", "worst"], ["Alt+F", "search"], ["Alt+G", "terms"], ["Ctrl+Alt+Enter", "all"], ["Esc", "close"]];
const keys = () => make("details", { className: "keys" }, make("summary", {}, say("keys")),
  make("dl", {}, ...KEYS.flatMap(([key, what]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, say(`key.${what}`))])));
const WITH_ALT = {
  ArrowDown: (row) => step(row, 1),
  ArrowUp: (row) => step(row, -1),
  KeyZ: (_, event) => undo(event.shiftKey),
  KeyN: (row) => step(row, 1, (data) => data.state !== "approved"),
  KeyW: () => worst(),
  KeyF: () => (panel === search ? parts.what.focus() : toggle(search)),
  KeyG: () => toggle(terms),
  KeyR: () => repeat(),
  KeyT: (row) => row && insertTerm(row),
};
document.addEventListener("keydown", (event) => { // also where nothing has the focus, as after a press beside everything
  const ours = desk.contains(event.target) || event.target === document.body;
  if (!project || !ours || !desk.isConnected || desk.offsetParent === null) return;
  const row = rows.get(current);
  const press = (deed) => { event.preventDefault(); event.stopPropagation(); deed(); };
  if (event.key === "Escape" && (standing || panel)) press(() => (standing ? closeOffer() : toggle(panel)));
  else if ((event.ctrlKey || event.metaKey) && event.altKey && event.key === "Enter") { if (panel === search) press(replaceAll); }
  else if ((event.ctrlKey || event.metaKey) && event.key === "Enter") { if (row?.node.contains(event.target)) press(() => approve(row, true)); }
  else if (event.altKey && !event.ctrlKey && !event.metaKey) {
    const digit = /^Digit([1-9])$/.exec(event.code);
    if (digit && row) press(() => take(row, Number(digit[1]) - 1));
    else if (WITH_ALT[event.code]) press(() => WITH_ALT[event.code](row, event));
  }
});
new MutationObserver(() => {
  if (!project) { showList(); return; }
  const said = project;
  panel = standing = null;
  frame();
  rows.forEach((row) => paint(row));
  arrange();
  update({ ...said, segments: [] });
}).observe(document.documentElement, { attributes: true, attributeFilter: ["lang"] });

const asked = window.svodkaDesk?.asked;
window.svodkaDesk = { owner, open: (name) => open(name, true) };
const last = asked || stored("svodka_project");
if (last) open(last, Boolean(asked)); else showList();
