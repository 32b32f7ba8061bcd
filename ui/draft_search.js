// Search and replace: the server says what stands where; nothing is replaced that was not shown and counted.
let sought = { what: "", instead: "", case: false, word: false, source: false, approved: false };
let hits = null; // what was found last
let at = -1; // the place at hand
const search = (holder) => {
  const field = (name) => make("input", { type: "text", value: sought[name], className: name, "aria-label": say(`search.${name}`), placeholder: say(`search.${name}`),
    oninput: (event) => { sought = { ...sought, [name]: event.target.value }; if (name === "what") look(); } });
  const choice = (name) => make("label", {}, make("input", { type: "checkbox", className: name, checked: sought[name],
    onchange: (event) => { sought = { ...sought, [name]: event.target.checked }; look(); } }), say(`search.${name}`));
  parts.what = field("what");
  parts.instead = field("instead");
  parts.places = make("ol", { className: "places" });
  parts.hits = make("span", { className: "soft hits", role: "status" });
  parts.one = button("one", say("search.one"), replaceOne);
  parts.all = button("all", say("search.all"), replaceAll);
  const line = make("form", { className: "line", onsubmit: (event) => event.preventDefault() }, parts.what, parts.instead, parts.one, parts.all, parts.hits);
  holder.append(line, make("div", { className: "line" }, ...["case", "word", "source", "approved"].map(choice)), parts.places);
  line.addEventListener("keydown", searching);
  parts.what.focus();
  parts.what.select();
  look();
};
const searching = (event) => {
  if (event.key !== "Enter" || event.isComposing || event.target.tagName !== "INPUT") return;
  event.preventDefault();
  event.stopPropagation();
  if (event.altKey && (event.ctrlKey || event.metaKey)) replaceAll();
  else if (event.target === parts.instead) replaceOne();
  else point(event.shiftKey ? -1 : 1);
};
let looking = 0;
const look = async () => {
  looking += 1;
  const mine = looking;
  await wait(120); // until the next key: a search of 300 segments takes some milliseconds
  await settled();
  if (mine !== looking) return;
  const answer = await ask("find", sought);
  if (mine !== looking || panel !== search) return;
  if (answer.error) { tell(answer.error); return; }
  hits = answer;
  at = Math.min(at, hits.places.length - 1);
  parts.hits.textContent = sought.what ? say(hits.approved && !sought.approved ? "search.counts" : "search.count", { n: hits.total, can: hits.can, approved: hits.approved }) : "";
  parts.one.disabled = parts.all.disabled = hits.can === 0;
  parts.places.replaceChildren(...hits.places.map(place));
};
const place = (one, n) => make("li", { className: one.side },
  make("button", { type: "button", onclick: () => { at = n; goTo(one); }, "aria-current": n === at ? "true" : null },
    make("b", {}, String(one.number + 1)), ` ${one.side === "source" ? `${say("source")}: ` : ""}`, one.before,
    one.can && sought.instead ? make("del", {}, one.found) : make("mark", {}, one.found), one.can && sought.instead ? make("ins", {}, sought.instead) : "", one.after));
const point = (by) => {
  if (!hits?.places.length) return;
  at = (at + by + hits.places.length) % hits.places.length;
  [...parts.places.children].forEach((node, n) => node.firstChild.toggleAttribute("aria-current", n === at));
  parts.places.children[at].scrollIntoView({ block: "nearest" });
  const row = rows.get(hits.places[at].number);
  if (row) reveal(row);
};
const goTo = (one) => {
  const row = rows.get(one.number);
  if (!row) return;
  reveal(row);
  row.area.focus();
  if (one.side === "target") {
    const units = (count) => [...row.data.text].slice(0, count).join("").length;
    row.area.setSelectionRange(units(one.start), units(one.stop));
  }
};
const replaceOne = async () => {
  const able = (hits?.places || []).findIndex((one, n) => n >= Math.max(at, 0) && one.can);
  const one = hits?.places[able];
  if (!one) { point(1); return; }
  at = able;
  await replacing({ at: one.start, versions: { [one.number]: hits.versions[one.number] } });
};
const replaceAll = () => (hits?.can ? replacing({ versions: hits.versions }) : null);
const replacing = async (which) => {
  await settled();
  const answer = await ask("replace", { ...sought, ...which });
  update(answer);
  if (answer.replaced !== undefined) tell(say("search.done", { n: answer.replaced }));
  await look();
};
