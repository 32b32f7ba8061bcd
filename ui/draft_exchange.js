// Files that come in: a translation from another program, a memory, a glossary.
let brought = null; // the file whose content is shown and not yet taken
const bring = async (file) => {
  await settled();
  tell(say("reading"));
  const answer = await ask("bring", file);
  if (answer.error) { tell(`${answer.error}. ${answer.hint || ""}`); return; }
  tell("");
  if (answer.memory !== undefined) tell(say("bring.memory", { n: answer.memory, left: answer.left }));
  else if (answer.glossary !== undefined) { update(answer); tell(say("bring.glossary", { n: answer.glossary })); again(); }
  else { brought = { file, preview: answer.preview, theirs: new Set() }; panel = null; toggle(returned); }
};
const again = () => { const row = rows.get(current); if (row) beside(row); };
const returned = (holder) => {
  const { file, preview } = brought;
  const take = button("main take", say("bring.take"), takeOver);
  holder.append(make("h3", {}, say("bring.title", { name: file.name })),
    make("p", {}, say("bring.counts", { n: preview.count, same: preview.same, conflicts: preview.conflicts.length })));
  if (preview.conflicts.length) {
    holder.append(make("p", { className: "soft" }, say("bring.conflicts")), make("ul", { className: "versions" }, ...preview.conflicts.map(choice)));
  }
  if (preview.taken.length) {
    holder.append(make("details", {}, make("summary", {}, say("bring.taken", { n: preview.count })),
      make("ul", { className: "versions" }, ...preview.taken.map((one) => make("li", {}, make("b", {}, String(one.number + 1)), ` ${one.source}`,
        make("p", { lang: project.to }, make("del", {}, one.yours), " ", make("ins", {}, one.theirs)))))));
  }
  const where = (one) => ({ number: one.number === null ? "" : one.number + 1, line: one.line ?? "", text: one.text });
  for (const one of preview.left) holder.append(make("p", { className: "soft" }, say(`bring.${one.why}`, where(one))));
  if (preview.missing) holder.append(make("p", { className: "soft" }, say("bring.missing", { n: preview.missing })));
  for (const one of preview.strangers) holder.append(make("p", { className: "soft" }, say("bring.stranger", { line: one.line, source: one.source })));
  holder.append(make("div", { className: "line" }, take, button("leave", say("leave"), () => toggle(returned))));
  take.focus();
};
const choice = (one) => {
  const chosen = brought.theirs;
  const pick = (value, text) => make("label", {}, make("input", { type: "radio", name: `version-${one.number}`, checked: value === "mine",
    onchange: () => (value === "mine" ? chosen.delete(one) : chosen.add(one)) }), make("span", { className: "whose" }, say(`bring.${value}`)), make("span", { lang: project.to }, text));
  return make("li", {}, make("fieldset", {}, make("legend", {}, make("b", {}, String(one.number + 1)), ` ${one.source}`), pick("mine", one.yours), pick("theirs", one.theirs)));
};
const takeOver = async () => {
  const chosen = Object.fromEntries([...brought.theirs].map((one) => [one.number, one.version]));
  await settled();
  const answer = await ask("bring", { ...brought.file, really: true, chosen });
  toggle(returned);
  update(answer);
  if (answer.brought !== undefined) tell(say("bring.done", { n: answer.brought, left: answer.conflicts.length }));
};
