// The translator's desk. The server keeps everything; what is here is what is on the screen.
// Texts enter the page as text only (textContent, value), never as markup.
// This file and the other draft_*.js are one script: draft_start.js comes last.
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

const lang = () => (document.documentElement.lang === "ru" ? "ru" : "en");
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
const say = (key, values = {}) => filled(props.words[lang()][`draft.${key}`] || key, values);
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
const button = (className, label, onclick, more = {}) => make("button", { type: "button", className, onclick, ...more }, label);
const percent = (value) => `${Math.round(value * 100)} %`;
const ask = async (deed, more = {}) => {
  try {
    return await server.desk_server({ deed, owner, window: WINDOW, lang: lang(), project: project?.project, ...more });
  } catch { return { error: say("lost"), hint: "" }; }
};
const trouble = (answer) =>
  make("div", { className: "trouble", role: "alert" }, make("b", {}, answer.error), " ", make("span", {}, answer.hint || ""));
const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const settled = async () => { // saves under way, 3 s at most
  for (let n = 0; n < 100 && [...rows.values()].some((row) => row.busy); n += 1) await wait(30);
};
const sendFile = (file, deed) => {
  const reader = new FileReader();
  reader.onload = () => deed({ name: file.name, data: String(reader.result).split(",")[1] || "" });
  reader.readAsDataURL(file);
};
const dropped = (zone, deed) => { // files that are dropped on a part of the page
  zone.addEventListener("dragover", (event) => { event.preventDefault(); zone.classList.add("over"); });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    if (event.dataTransfer.files[0]) sendFile(event.dataTransfer.files[0], deed);
  });
};
const chooser = (accept, deed) => {
  const input = make("input", { type: "file", hidden: true, accept, onchange: () => {
    if (input.files[0]) sendFile(input.files[0], deed);
    input.value = "";
  } });
  return input;
};

// ---- the list of projects
const showList = async () => {
  clearTimeout(timer);
  await settled();
  project = null;
  rows = new Map();
  stored("svodka_project", null);
  const box = make("textarea", { placeholder: say("placeholder"), "aria-label": say("box") });
  const said = make("div", { role: "status" });
  const begin = async (what) => {
    said.replaceChildren(make("p", { className: "soft" }, say("reading")));
    const answer = await ask("new", { ...what, floor: Number(floor.value) });
    if (answer.error && !answer.project) said.replaceChildren(trouble(answer)); else show(answer);
  };
  const chosen = chooser("", begin);
  const floor = make("select", { className: "floor", onchange: () => stored("svodka_floor", floor.value) },
    ...["0", "0.2", "0.3", "0.5"].map((value) => make("option", { value }, value === "0" ? say("floor.none") : percent(value))));
  floor.value = stored("svodka_floor") || "0";
  const zone = make("section", { className: "ask", "aria-label": say("new") }, box,
    make("div", { className: "line" },
      button("main start", say("start"), () => box.value.trim() && begin({ text: box.value })),
      button("", say("file"), () => chosen.click()), make("span", { className: "soft" }, say("drop")), chosen),
    make("label", { className: "line soft" }, say("floor"), floor), said);
  dropped(zone, begin);
  const list = make("ul", { className: "projects" });
  desk.replaceChildren(make("h2", {}, say("new")), make("p", { className: "soft" }, say("kept")), zone, make("h3", {}, say("list")), list);
  fill(list, await ask("list"));
};
const fill = (list, answer) => {
  if (answer.error) { list.replaceChildren(trouble(answer)); return; }
  list.replaceChildren(...answer.projects.map((one) => make("li", {},
    make("span", { className: "name", lang: one.from || null }, one.title),
    make("span", { className: "soft" }, one.error || `${one.from} → ${one.to} · ${say("approved", { n: one.approved, total: one.total })} · ${new Date(one.changed * 1000).toLocaleString(lang())}`),
    button("open", say("open"), () => open(one.project), { disabled: Boolean(one.error), "aria-label": `${say("open")}: ${one.title}` }),
    button("", say("remove"), async () => {
      if (confirm(say("sure"))) fill(list, await ask("remove", { project: one.project }));
    }, { "aria-label": `${say("remove")}: ${one.title}` }))));
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
  const formats = props.formats.filter((name) => name !== "same" || project.same);
  const format = make("select", { className: "format", "aria-label": say("export") },
    ...formats.map((name) => make("option", { value: name }, say(`format.${name}`))));
  if (project.same) format.value = "same";
  const file = chooser(".xlf,.xliff,.docx,.html,.tmx,.tsv,.csv,.tbx", bring);
  Object.assign(parts, {
    said: make("div", { role: "status", className: "soft said" }),
    bar: make("progress", { max: 1, value: 0 }),
    count: make("span", { className: "soft count" }),
    draft: button("go", "", async () => update(await ask("draft", { stop: project.work?.running, since: project.clock }))),
    search: button("search", say("search"), () => toggle(search), { "aria-expanded": "false" }),
    terms: button("terms", say("terms"), () => toggle(terms), { "aria-expanded": "false" }),
    offer: make("div", { className: "offer", role: "status" }),
    panel: make("div", { className: "panel", hidden: true }),
    list: make("ol", { className: "segments-list", "aria-label": project.title }),
    general: make("div", {}),
  });
  const top = make("div", { className: "top" },
    make("div", { className: "bar" }, parts.bar, parts.count, parts.draft,
      button("undo", say("undo"), () => undo(false)), button("redo", say("redo"), () => undo(true)),
      parts.search, parts.terms,
      make("span", { className: "files" }, button("bring", say("bring"), () => file.click(), { title: say("bring.what") }),
        format, button("main export", say("export"), () => save(format.value)), file)),
    make("div", { className: "bar" }, ...filters(), parts.said), parts.offer, parts.panel);
  desk.replaceChildren(
    make("div", { className: "head" }, button("back", say("back"), showList), make("h2", { lang: project.from }, project.title)),
    top, keys(), parts.general, parts.list);
  dropped(parts.list, bring);
  new ResizeObserver(() => desk.style.setProperty("--top", `${top.offsetHeight}px`)).observe(top); // what sticks hides no segment
};
// A panel is a function that fills `parts.panel`; pressed again, it goes.
let panel = null;
const toggle = (which) => {
  panel = panel === which ? null : which;
  parts.panel.hidden = panel === null;
  parts.search.setAttribute("aria-expanded", panel === search);
  parts.terms.setAttribute("aria-expanded", panel === terms);
  parts.panel.replaceChildren();
  if (panel) panel(parts.panel); else rows.get(current)?.area.focus();
};
const save = async (format) => {
  await settled();
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
  if (answer.warned) tell(answer.warned);
  if (answer.work) project.clock = answer.clock; // other answers hold some segments only
  const fresh = [];
  for (const data of answer.segments || []) {
    const row = rows.get(data.number);
    if (!row) { rows.set(data.number, build(data)); fresh.push(data.number); }
    else if (data.version >= row.data.version) refresh(row, data);
  }
  if (fresh.length) arrange();
  const ended = project.work?.running && answer.work && !answer.work.running;
  if (answer.work) project.work = answer.work;
  if (answer.progress) project.progress = answer.progress;
  if (answer.general) parts.general.replaceChildren(notes(answer.general));
  status();
  clearTimeout(timer);
  timer = setTimeout(() => poll(ended), ended ? 0 : project.work?.running ? 600 : 4000);
};
const poll = async (all = false) => { // all: the whole draft was checked, which changes no segment's version
  if (!project || !desk.isConnected) return;
  const asked = project.project;
  const answer = document.hidden && !all ? {} : await ask("changes", { since: all ? -1 : project.clock });
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
  named();
};
