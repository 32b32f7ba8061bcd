// The translator's desk. The server keeps everything; what is here is what is on the screen.
// Texts enter the page as text only (textContent, value), never as markup.
const desk = element.querySelector(".desk");
const WINDOW = Math.random().toString(36).slice(2);
const SIGNS = { error: "✕", warning: "▲", note: "○" };
const WEIGHT = { error: 100, warning: 10, note: 1 };
const stored = (name, value) => {
  try {
    if (value === undefined) return localStorage.getItem(name) || "";
    if (value === null) localStorage.removeItem(name); else localStorage.setItem(name, value);
  } catch { /* a private window keeps nothing */ }
  return value || "";
};
const owner = stored("svodka_owner") || stored("svodka_owner", crypto.getRandomValues(new Uint32Array(4)).join("-"));
let project = null; // what is open
let rows = new Map(); // number -> { data, node, area, saved, busy }
let current = -1;
let timer = 0; // of the next look at what the server has
let view = { order: "text", show: "all" };

const lang = () => (document.documentElement.lang === "ru" ? "ru" : "en");
const say = (key, values = {}) =>
  (props.words[lang()][`draft.${key}`] || key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
const make = (tag, attributes = {}, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name in node && name !== "list") node[name] = value;
    else if (value !== null && value !== false) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
};
const ask = async (deed, more = {}) => {
  try {
    return await server.desk_server({ deed, owner, window: WINDOW, project: project?.project, ...more });
  } catch { return { error: say("lost"), hint: "" }; }
};
const trouble = (answer) =>
  make("div", { className: "trouble", role: "alert" }, make("b", {}, answer.error), " ", make("span", {}, answer.hint || ""));

// ---- the list of projects
const showList = async () => {
  clearTimeout(timer);
  for (let n = 0; n < 100 && [...rows.values()].some((row) => row.busy); n += 1) { // saves under way, 3 s at most
    await new Promise((done) => setTimeout(done, 30));
  }
  project = null;
  rows = new Map();
  stored("svodka_project", null);
  const box = make("textarea", { placeholder: say("placeholder"), "aria-label": say("box") });
  const said = make("div", { role: "status" });
  const begin = async (what) => {
    said.replaceChildren(make("p", { className: "soft" }, say("reading")));
    const answer = await ask("new", what);
    if (answer.error && !answer.project) said.replaceChildren(trouble(answer)); else show(answer);
  };
  const take = (file) => {
    const reader = new FileReader();
    reader.onload = () => begin({ name: file.name, data: String(reader.result).split(",")[1] || "" });
    reader.readAsDataURL(file);
  };
  const chosen = make("input", { type: "file", hidden: true, onchange: () => chosen.files[0] && take(chosen.files[0]) });
  const zone = make("section", { className: "ask", "aria-label": say("new") }, box,
    make("div", { className: "line" },
      make("button", { type: "button", className: "main start", onclick: () => box.value.trim() && begin({ text: box.value }) }, say("start")),
      make("button", { type: "button", onclick: () => chosen.click() }, say("file")),
      make("span", { className: "soft" }, say("drop")), chosen), said);
  zone.addEventListener("dragover", (event) => { event.preventDefault(); zone.classList.add("over"); });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    if (event.dataTransfer.files[0]) take(event.dataTransfer.files[0]);
  });
  const list = make("ul", { className: "projects" });
  desk.replaceChildren(make("h2", {}, say("new")), make("p", { className: "soft" }, say("kept")), zone, make("h3", {}, say("list")), list);
  fill(list, await ask("list"));
};
const fill = (list, answer) => {
  if (answer.error) { list.replaceChildren(trouble(answer)); return; }
  list.replaceChildren(...answer.projects.map((one) => make("li", {},
    make("span", { className: "name", lang: one.from || null }, one.title),
    make("span", { className: "soft" }, one.error || `${one.from} → ${one.to} · ${say("approved", { n: one.approved, total: one.total })} · ${new Date(one.changed * 1000).toLocaleString(lang())}`),
    make("button", { type: "button", className: "open", disabled: Boolean(one.error), "aria-label": `${say("open")}: ${one.title}`, onclick: () => open(one.project) }, say("open")),
    make("button", { type: "button", "aria-label": `${say("remove")}: ${one.title}`, onclick: async () => {
      if (confirm(say("sure"))) fill(list, await ask("remove", { project: one.project }));
    } }, say("remove")))));
  if (!answer.projects.length) list.replaceChildren(make("li", { className: "soft" }, say("none")));
};

// ---- one project
const open = async (name, draft = false) => {
  const answer = await ask("open", { project: name, draft });
  if (answer.error && !answer.project) {
    await showList();
    desk.prepend(trouble(answer));
  } else show(answer);
};
const parts = {};
const show = (answer) => {
  project = answer;
  rows = new Map();
  current = -1;
  stored("svodka_project", project.project);
  frame();
  update(answer);
};
const frame = () => {
  const choose = (name, values) => make("label", {}, say(name), make("select", {
    className: name, onchange: (event) => { view = { ...view, [name]: event.target.value }; arrange(); },
  }, ...values.map((value) => make("option", { value, selected: view[name] === value }, say(`${name}.${value}`)))));
  const formats = props.formats.filter((name) => name !== "same" || project.same);
  const format = make("select", { className: "format", "aria-label": say("export") },
    ...formats.map((name) => make("option", { value: name }, say(`format.${name}`))));
  if (project.same) format.value = "same";
  Object.assign(parts, {
    said: make("div", { role: "status", className: "soft said" }),
    bar: make("progress", { max: 1, value: 0 }),
    count: make("span", { className: "soft count" }),
    draft: make("button", { type: "button", className: "go" }),
    list: make("ol", { className: "segments-list", "aria-label": project.title }),
    general: make("div", {}),
  });
  parts.draft.addEventListener("click", async () => update(await ask("draft", { stop: project.work?.running, since: project.clock })));
  desk.replaceChildren(
    make("div", { className: "head" }, make("button", { type: "button", className: "back", onclick: showList }, say("back")),
      make("h2", { lang: project.from }, project.title)),
    make("div", { className: "bar" }, parts.bar, parts.count, parts.draft,
      make("button", { type: "button", className: "undo", onclick: () => undo(false) }, say("undo")),
      make("button", { type: "button", className: "redo", onclick: () => undo(true) }, say("redo")),
      choose("order", ["text", "worst"]), choose("show", ["all", "open", "found"]),
      format, make("button", { type: "button", className: "main export", onclick: () => save(format.value) }, say("export")), parts.said),
    keys(), parts.general, parts.list);
};
const keys = () => {
  const list = [["Alt+↓ / Alt+↑", "next"], ["Ctrl+Enter", "approve"], ["Alt+1…9", "other"], ["Alt+Z / Alt+Shift+Z", "undo"], ["Alt+N", "open"], ["Alt+W", "worst"]];
  return make("details", { className: "keys" }, make("summary", {}, say("keys")),
    make("dl", {}, ...list.flatMap(([key, what]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, say(`key.${what}`))])));
};
const save = async (format) => {
  const answer = await ask("export", { format });
  if (answer.error) { tell(`${answer.error}. ${answer.hint}`); return; }
  const bytes = Uint8Array.from(atob(answer.data), (char) => char.charCodeAt(0));
  const link = make("a", { href: URL.createObjectURL(new Blob([bytes])), download: answer.name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
};
const tell = (text) => { parts.said.textContent = text; };

// ---- what the server says
const update = (answer) => {
  if (!project || !parts.list) return;
  if (answer.conflict) { conflict(answer.conflict); return; }
  if (answer.error) tell(`${answer.error} ${answer.hint || ""}`);
  if (answer.work) project.clock = answer.clock; // other answers hold one segment only
  const fresh = [];
  for (const data of answer.segments || []) {
    const row = rows.get(data.number);
    if (!row) { rows.set(data.number, build(data)); fresh.push(data.number); }
    else if (data.version >= row.data.version) refresh(row, data);
  }
  if (fresh.length) arrange();
  if (answer.work) project.work = answer.work;
  if (answer.progress) project.progress = answer.progress;
  if (answer.general) parts.general.replaceChildren(notes(answer.general));
  status();
  clearTimeout(timer);
  timer = setTimeout(poll, project.work?.running ? 600 : 4000);
};
const poll = async () => {
  if (!project || !desk.isConnected) return;
  const asked = project.project;
  const answer = document.hidden ? {} : await ask("changes", { since: project.clock });
  if (project?.project === asked) update(answer);
};
const status = () => {
  const { progress, work } = project;
  if (!progress) return;
  const running = Boolean(work?.running);
  parts.bar.max = running ? work.total || 1 : progress.total || 1;
  parts.bar.value = running ? work.done : progress.approved;
  const values = running ? { n: work.done, total: work.total } : { n: progress.approved, total: progress.total };
  parts.count.textContent = running && !work.total ? say("load") : say(running ? "writing" : "approved", values);
  parts.draft.textContent = say(running ? "stop" : "go");
  parts.draft.hidden = !running && progress.new === 0;
};
const notes = (findings, data = {}) => {
  const lines = findings.map((one) => make("li", { className: one.severity },
    make("span", { "aria-hidden": "true" }, `${SIGNS[one.severity]} `), one.message));
  if (data.cut) lines.push(make("li", { className: "warning" }, `▲ ${say("cut")}`));
  if (data.unsure) lines.push(make("li", { className: "low" }, `? ${say("low")}`));
  return make("ul", { className: "notes" }, ...lines);
};

// ---- a segment
const build = (data) => {
  const row = { data, saved: data.text, busy: false };
  row.label = make("div", { className: "number" });
  row.area = make("textarea", { lang: project.to, rows: 1, spellcheck: true, "aria-label": say("segment", { n: data.number + 1 }) });
  row.below = make("div", {});
  row.area.value = data.text;
  row.area.addEventListener("input", () => { grow(row); typed(row); });
  row.node = make("li", { id: `segment-${data.number}` }, row.label,
    make("p", { className: "original", lang: project.from }, data.source), make("div", {}, row.area, row.below));
  row.node.addEventListener("focusin", () => enter(row));
  paint(row);
  return row;
};
const refresh = (row, data) => {
  const dirty = row.busy || row.area.value !== row.saved;
  if (dirty && data.text !== row.area.value) return; // the save that follows meets the conflict
  row.data = data;
  row.saved = data.text;
  if (row.area.value !== data.text) row.area.value = data.text;
  grow(row);
  paint(row);
};
const grow = (row) => {
  if (CSS.supports("field-sizing", "content")) return;
  row.area.style.height = "auto";
  row.area.style.height = `${row.area.scrollHeight + 2}px`;
};
const paint = (row) => {
  const { data } = row;
  row.node.className = ["segment", data.kind, data.state, current === data.number ? "current" : ""].join(" ").trim();
  row.label.replaceChildren(make("b", {}, String(data.number + 1)), say(`state.${data.state}`));
  const tools = [];
  if (current === data.number) {
    const approved = data.state === "approved";
    tools.push(make("div", { className: "tools" }, make("button", {
      type: "button", className: approved ? "reopen" : "main approve", onclick: () => (approved ? change(row, { state: "reopened" }) : approve(row, false)),
    }, say(approved ? "reopen" : "approve"))));
    const offers = offered(row);
    if (offers.length) {
      tools.push(make("div", { className: "soft" }, say("others")), make("ul", { className: "others" }, ...offers.map(({ text, match }, n) =>
        make("li", {}, make("button", { type: "button", lang: project.to, onclick: () => take(row, n) }, make("kbd", {}, String(n + 1)), text,
          match ? make("small", { className: "match" }, say(match.is_adapted ? "match.adapted" : "match", { n: match.score, source: match.source })) : null)))));
    }
  }
  row.below.replaceChildren(notes(data.findings, data), ...tools);
};
const enter = (row) => {
  if (current === row.data.number) return;
  const last = rows.get(current);
  current = row.data.number;
  if (last) paint(last);
  paint(row);
  remembered(row);
};
const remembered = async (row) => {
  const answer = await ask("beside", { number: row.data.number });
  if (current !== row.data.number || !answer.matches) return;
  row.matches = answer.matches.filter((one) => one.target !== row.data.text);
  if (row.matches.length) paint(row);
};
const typed = async (row) => {
  if (row.busy) return;
  row.busy = true;
  while (row.area.value !== row.saved && project) {
    tell(say("saving"));
    const text = row.area.value;
    const answer = await ask("edit", { number: row.data.number, version: row.data.version, text });
    if (rows.get(row.data.number) !== row) return; // another project was opened meanwhile
    if (answer.error) {
      tell(say("unsaved", { why: answer.error }));
      await new Promise((done) => setTimeout(done, 1500));
    } else if (answer.conflict) { row.busy = false; conflict(answer.conflict); return; } else {
      row.saved = text;
      row.data = answer.segments[0];
      if (answer.progress) project.progress = answer.progress;
      tell(say("saved"));
    }
  }
  row.busy = false;
  paint(row);
  status();
};
const change = async (row, what) => {
  while (row.busy) await new Promise((done) => setTimeout(done, 30));
  row.busy = true;
  const answer = await ask("edit", { number: row.data.number, version: row.data.version, text: row.area.value, ...what });
  row.busy = false;
  if (rows.get(row.data.number) !== row) return false;
  if (answer.segments) { row.saved = row.area.value; tell(say("saved")); }
  update(answer);
  return !answer.error && !answer.conflict;
};
const approve = async (row, goOn) => {
  if (goOn) step(row, 1);
  await change(row, { state: "approved" });
};
// What Alt+1 to Alt+9 take: matches of the memory first, then what else the model had in mind.
const offered = (row) => [
  ...(row.matches || []).map((match) => ({ text: match.target, match })), ...row.data.alternatives.map((text) => ({ text })),
].slice(0, 9);
const take = (row, n) => {
  const text = offered(row)[n]?.text;
  if (text === undefined) return;
  row.area.value = text;
  row.area.focus();
  grow(row);
  typed(row);
};
const conflict = async ({ number, yours, theirs }) => {
  const row = rows.get(number);
  const now = await ask("changes", { since: -1 });
  const fresh = (now.segments || []).find((one) => one.number === number);
  if (!row || !fresh) return;
  const settle = (text) => { row.data = fresh; row.saved = fresh.text; row.area.value = text; paint(row); typed(row); row.area.focus(); };
  enter(row);
  row.below.prepend(make("div", { className: "conflict", role: "alert" }, make("p", {}, say("conflict")), make("p", { lang: project.to }, theirs),
    make("button", { type: "button", className: "mine", onclick: () => settle(yours) }, say("mine")), " ",
    make("button", { type: "button", className: "theirs", onclick: () => settle(fresh.text) }, say("theirs"))));
};
const undo = async (again) => {
  const asked = project.project;
  const answer = await ask("undo", { again });
  if (project?.project !== asked) return;
  if (answer.nothing) { tell(say("nothing")); return; }
  update(answer);
  const row = rows.get(answer.segments?.[0]?.number);
  if (row) { row.node.scrollIntoView({ block: "nearest" }); row.area.focus(); }
};

// ---- order, and moving about
const badness = (data) => {
  const found = data.findings.reduce((sum, one) => sum + WEIGHT[one.severity], 0) + (data.cut ? 10 : 0) + (data.unsure ? 5 : 0);
  return (data.state === "approved" ? -1e6 : 0) + found - (data.score ?? 0);
};
const shown = () => {
  const all = [...rows.values()].filter(({ data }) => view.show === "all" ||
    (view.show === "open" ? data.state !== "approved" : data.findings.length > 0 || data.unsure || data.cut));
  return all.sort((a, b) => (view.order === "worst" && badness(b.data) - badness(a.data)) || a.data.number - b.data.number);
};
const arrange = () => {
  const list = shown();
  parts.list.replaceChildren(...(list.length ? list.map((row) => row.node) : [make("li", { className: "soft" }, say("empty"))]));
  list.forEach(grow);
};
const step = (row, by, wanted = () => true) => {
  const nodes = [...parts.list.children];
  let at = nodes.indexOf(row?.node);
  for (at += by; at >= 0 && at < nodes.length; at += by) {
    const next = [...rows.values()].find((one) => one.node === nodes[at]);
    if (next && wanted(next.data)) { next.area.focus(); next.node.scrollIntoView({ block: "nearest" }); return; }
  }
};
desk.addEventListener("keydown", (event) => {
  if (!project) return;
  const row = rows.get(current);
  const press = (deed) => { event.preventDefault(); event.stopPropagation(); deed(); };
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter") { if (row) press(() => approve(row, true)); return; }
  if (!event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === "ArrowDown") press(() => step(row, 1));
  else if (event.key === "ArrowUp") press(() => step(row, -1));
  else if (/^Digit[1-9]$/.test(event.code) && row) press(() => take(row, Number(event.code.slice(5)) - 1));
  else if (event.code === "KeyZ") press(() => undo(event.shiftKey));
  else if (event.code === "KeyN") press(() => step(row, 1, (data) => data.state !== "approved"));
  else if (event.code === "KeyW") press(() => {
    view.order = view.order === "worst" ? "text" : "worst";
    desk.querySelector("select.order").value = view.order;
    arrange();
  });
});
new MutationObserver(() => {
  if (!project) { showList(); return; }
  const said = project;
  frame();
  rows.forEach((row) => paint(row));
  arrange();
  update({ ...said, segments: [] });
}).observe(document.documentElement, { attributes: true, attributeFilter: ["lang"] });

const asked = window.svodkaDesk?.asked;
window.svodkaDesk = { owner, open: (name) => open(name, true) };
const last = asked || stored("svodka_project");
if (last) open(last, Boolean(asked)); else showList();
