// A segment: its source with the terms in it, its draft, what the checks say, what the memory and the model offer.
const message = (one) => {
  const words = props.words[lang()];
  if (lang() === "en" || !(one.russian || one.key)) return one.message;
  if (one.russian) return one.russian;
  return words[one.key] + (one.says ? `; ${filled(words["finding.says"], { source: one.says })}` : "");
};
const notes = (findings, data = {}) => {
  const lines = findings.map((one) => make("li", { className: one.severity, title: one.message },
    make("span", { "aria-hidden": "true" }, `${SIGNS[one.severity]} `), message(one)));
  if (data.cut) lines.push(make("li", { className: "warning" }, `▲ ${say("cut")}`));
  if (data.unsure) lines.push(make("li", { className: "low" }, `? ${say("low")}`));
  return make("ul", { className: "notes" }, ...lines);
};
const build = (data) => {
  const row = { data, saved: data.text, busy: false };
  row.label = make("div", { className: "number" });
  row.original = make("p", { className: "original", lang: project.from }, data.source);
  row.terms = make("ul", { className: "termlist" });
  row.area = make("textarea", { lang: project.to, rows: 1, spellcheck: true, "aria-label": say("segment", { n: data.number + 1 }) });
  row.below = make("div", {});
  row.area.value = data.text;
  row.area.addEventListener("input", () => { grow(row); typed(row); });
  row.node = make("li", { id: `segment-${data.number}` }, row.label, make("div", {}, row.original, row.terms),
    make("div", {}, row.area, row.below));
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
  row.label.replaceChildren(make("b", {}, String(data.number + 1)), make("span", { className: "state" }, say(`state.${data.state}`)),
    ...(data.state === "new" ? [] : [" ", make("span", { className: "origin" }, say(`origin.${data.origin}`)),
      data.confidence === null ? "" : make("span", { className: "certain", title: say("certain") }, ` ${percent(data.confidence)}`)]));
  const tools = [];
  if (current === data.number) {
    const approved = data.state === "approved";
    const count = repetitions(row).length;
    tools.push(make("div", { className: "tools" },
      button(approved ? "reopen" : "main approve", say(approved ? "reopen" : "approve"), () => (approved ? change(row, { state: "reopened" }) : approve(row, false))),
      count ? button("repeats", say("repeats", { n: count }), () => offer(row)) : null));
    const offers = offered(row);
    if (offers.length) tools.push(make("div", { className: "soft" }, say("others")), make("ul", { className: "others" }, ...offers.map((one, n) => offering(row, one, n))));
  }
  paintTerms(row);
  row.below.replaceChildren(notes(data.findings, data), ...tools);
};
const offering = (row, { text, match }, n) => {
  const label = [make("kbd", {}, String(n + 1)), match ? make("b", { className: "score" }, `${match.score} %`) : null, text];
  const taking = make("button", { type: "button", lang: project.to, onclick: () => take(row, n) }, ...label);
  if (!match) return make("li", {}, taking);
  const parts = match.difference.map(([what, words]) => (what === "same" ? words
    : make(what === "gone" ? "del" : "ins", { title: say(`difference.${what}`) }, words)));
  return make("li", { className: "match" }, taking, make("p", { lang: project.from }, ...parts),
    match.is_adapted ? make("p", { className: "soft" }, say("match.adapted")) : null);
};
const enter = (row) => {
  if (current === row.data.number) return;
  const last = rows.get(current);
  current = row.data.number;
  if (last) { paint(last); if (last.edited) { last.edited = false; offer(last, true); } }
  paint(row);
  beside(row);
};
const beside = async (row, onlyTerms = false) => {
  const answer = await ask("beside", { number: row.data.number, only_terms: onlyTerms });
  if (answer.error) { tell(answer.error); return; }
  if (answer.terms) { row.found = answer.terms; paintTerms(row); }
  if (!answer.matches || current !== row.data.number) return;
  row.matches = answer.matches;
  if (offered(row).length) paint(row);
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
      await wait(1500);
    } else if (answer.conflict) { row.busy = false; conflict(answer.conflict); return; } else {
      row.saved = text;
      row.edited = true;
      row.data = answer.segments[0];
      if (answer.progress) project.progress = answer.progress;
      tell(answer.warned || say("saved"));
    }
  }
  row.busy = false;
  paint(row);
  status();
  if (current === row.data.number) beside(row, true);
};
const change = async (row, what) => {
  while (row.busy) await wait(30);
  row.busy = true;
  const answer = await ask("edit", { number: row.data.number, version: row.data.version, text: row.area.value, ...what });
  row.busy = false;
  if (rows.get(row.data.number) !== row) return false;
  if (answer.segments) { row.saved = row.area.value; tell(say("saved")); }
  update(answer);
  return !answer.error && !answer.conflict;
};
const approve = async (row, goOn) => {
  row.edited = false;
  if (goOn) step(row, 1);
  if (await change(row, { state: "approved" })) offer(row, true);
};
// What Alt+1 to Alt+9 take: matches of the memory first, then what else the model had in mind.
const offered = (row) => [
  ...(row.matches || []).filter((match) => match.target !== row.data.text).map((match) => ({ text: match.target, match })),
  ...row.data.alternatives.map((text) => ({ text })),
].slice(0, 9);
const put = (row, text) => {
  row.area.value = text;
  row.area.focus();
  grow(row);
  typed(row);
};
const take = (row, n) => {
  const text = offered(row)[n]?.text;
  if (text !== undefined) put(row, text);
};
const conflict = async ({ number, yours, theirs }) => {
  const row = rows.get(number);
  const now = await ask("changes", { since: -1 });
  const fresh = (now.segments || []).find((one) => one.number === number);
  if (!row || !fresh) return;
  const settle = (text) => { row.data = fresh; row.saved = fresh.text; row.area.value = text; paint(row); typed(row); row.area.focus(); };
  reveal(row);
  enter(row);
  row.below.prepend(make("div", { className: "conflict", role: "alert" }, make("p", {}, say("conflict")), make("p", { lang: project.to }, theirs),
    button("mine", say("mine"), () => settle(yours)), " ", button("theirs", say("theirs"), () => settle(fresh.text))));
};
const undo = async (again) => {
  const asked = project.project;
  await settled();
  const answer = await ask("undo", { again });
  if (project?.project !== asked) return;
  if (answer.nothing) { tell(say("nothing")); return; }
  update(answer);
  const row = rows.get(answer.segments?.[0]?.number);
  if (row) { reveal(row); row.area.focus(); }
  if (answer.segments?.length > 1) tell(say("many", { n: answer.segments.length }));
};

// ---- the terms of a segment
const SIGN = { met: "✓", missed: "▲", forbidden: "✕" };
const paintTerms = (row) => {
  const shown = current === row.data.number ? row.found || [] : [];
  row.terms.replaceChildren(...shown.map((term) => make("li", { className: `${term.state}${term.own ? " own" : ""}` },
    make("button", { type: "button", title: [term.forms.join(", "), term.note, term.own ? "" : say("term.press")].filter(Boolean).join(" · "), "aria-label": spoken(term), onclick: () => insert(row, term.forms[0]) },
      make("span", { "aria-hidden": "true" }, term.own || term.state !== "missed" ? SIGN[term.state] : "○"), ` ${term.source} → `,
      term.wrong ? make("s", {}, term.wrong) : null, term.wrong ? " " : null, make("b", { lang: project.to }, term.forms[0])),
    term.own ? make("small", {}, say("term.own")) : null)));
  const letters = [...row.data.source]; // offsets count characters, not UTF-16 units
  const pieces = [];
  let done = 0;
  for (const term of shown) {
    pieces.push(letters.slice(done, term.start).join(""), make("span", { className: `term ${term.state}` }, letters.slice(term.start, term.stop).join("")));
    done = term.stop;
  }
  row.original.replaceChildren(...pieces, letters.slice(done).join(""));
};
const spoken = (term) => say(`term.${term.state}`, { source: term.source, form: term.forms[0], wrong: term.wrong });
const insert = (row, text) => { // a word of its own: with blanks where letters stand beside it
  const { area } = row;
  area.focus();
  const before = /[\p{L}\p{N},.;:!?]$/u.test(area.value.slice(0, area.selectionStart)) ? " " : "";
  const after = /^[\p{L}\p{N}]/u.test(area.value.slice(area.selectionEnd)) ? " " : "";
  area.setRangeText(before + text + after, area.selectionStart, area.selectionEnd, "end");
  grow(row);
  typed(row);
};
const insertTerm = (row) => {
  const wanted = (row.found || []).filter((term) => term.state !== "met" && !row.area.value.includes(term.forms[0]));
  const term = wanted.find((one) => one.own) || wanted[0];
  if (term) insert(row, term.forms[0]); else tell(say("term.none"));
};

// ---- the same sentence elsewhere
const plain = (text) => text.split(/\s+/).join(" ").trim();
const repetitions = (row) => {
  const { data } = row;
  if (data.state !== "edited" && data.state !== "approved") return [];
  return [...rows.values()].filter((one) => one !== row && plain(one.data.source) === plain(data.source) &&
    (one.data.text !== data.text || (data.state === "approved" && one.data.state !== "approved")));
};
let standing = null; // the row whose draft is offered to its repetitions
const offer = (row, quietly = false) => {
  const others = repetitions(row).sort((a, b) => a.data.number - b.data.number);
  standing = others.length ? { row, text: row.data.text, chosen: new Set(), seen: new Map(others.map((one) => [one, one.data.version])) } : null;
  parts.offer.replaceChildren();
  if (!others.length) { if (!quietly) tell(say("repeats.none")); return; }
  const theirs = [];
  for (const one of others) {
    const own = one.data.text !== row.data.text && (one.data.state === "approved" || one.data.state === "edited");
    if (!own) { standing.chosen.add(one); continue; }
    const box = make("input", { type: "checkbox", onchange: () => (box.checked ? standing.chosen.add(one) : standing.chosen.delete(one)) });
    theirs.push(make("li", {}, make("label", {}, box, make("b", {}, String(one.data.number + 1)), ` ${say(`state.${one.data.state}`)}: `,
      make("span", { lang: project.to }, one.data.text))));
  }
  parts.offer.append(make("p", {}, say("repeats.offer", { n: row.data.number + 1, count: others.length }), " ",
    button("main repeat", say("repeats.put"), repeat), " ", button("leave", say("leave"), closeOffer)),
  ...(theirs.length ? [make("p", { className: "soft" }, say("repeats.theirs")), make("ul", {}, ...theirs)] : []));
};
const closeOffer = () => { standing = null; parts.offer.replaceChildren(); };
const repeat = async () => {
  if (!standing) { if (rows.get(current)) offer(rows.get(current)); return; }
  const { row, text, chosen, seen } = standing;
  await settled();
  if (row.data.text !== text || [...chosen].some((one) => one.data.version !== seen.get(one))) { offer(row); return; } // shown anew first
  closeOffer();
  const versions = Object.fromEntries([...chosen].map((one) => [one.data.number, one.data.version]));
  const answer = await ask("repeat", { number: row.data.number, versions });
  update(answer);
  if (answer.repeated !== undefined) tell(say("repeated", { n: answer.repeated }));
};
