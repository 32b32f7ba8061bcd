// Terms that the article suggests, to be accepted; and the reader's own, which hold for every draft.
const terms = async (holder) => {
  if (!holder.firstChild) holder.append(make("p", { className: "soft" }, say("reading")));
  await settled();
  const answer = await ask("terms");
  if (panel !== terms) return;
  if (answer.error) { holder.replaceChildren(trouble(answer)); return; }
  const own = make("ul", { className: "own" }, ...answer.own.map(ownTerm));
  const source = make("input", { type: "text", lang: project.from, className: "term-source", "aria-label": say("terms.source"), placeholder: say("terms.source") });
  const target = make("input", { type: "text", lang: project.to, className: "term-target", "aria-label": say("terms.target"), placeholder: say("terms.target") });
  const added = (event) => { event.preventDefault(); if (source.value.trim() && target.value.trim()) accept(source.value, target.value); };
  const given = answer.given ? make("p", {}, say("bring.glossary", { n: answer.given }), " ",
    button("forget-given", say("terms.forget"), () => changeTerms("forget", { given: true }))) : null;
  holder.replaceChildren(
    make("div", { className: "columns" },
      make("section", {}, make("h3", {}, say("terms.proposed")), answer.proposed.length ? make("ul", { className: "proposed" }, ...answer.proposed.map(proposal)) : make("p", { className: "soft" }, say("terms.none"))),
      make("section", {}, given ?? "", make("h3", {}, say("terms.own")), make("p", { className: "soft" }, say("terms.own.what")),
        make("form", { className: "line", onsubmit: added }, source, target, make("button", { type: "submit", className: "add" }, say("terms.add"))), own)));
  (holder.querySelector(".proposed input") || source).focus();
};
const proposal = (one) => {
  const input = make("input", { type: "text", lang: project.to, value: one.renderings[0]?.text || "", "aria-label": say("terms.rendering", { term: one.text }) });
  const others = one.renderings.map((other) => button("rendering", `${other.text} ×${other.count}`, () => { input.value = other.text; input.focus(); }, { lang: project.to }));
  const taken = (event) => { event.preventDefault(); if (input.value.trim()) accept(one.text, input.value); };
  return make("li", {}, make("form", { className: "line", onsubmit: taken }, make("b", { lang: project.from }, one.text), make("span", { className: "soft" }, `×${one.count}`), input,
    make("button", { type: "submit", className: "main accept" }, say("terms.accept"))), others.length > 1 ? make("div", { className: "line" }, ...others) : null);
};
const ownTerm = (one) => make("li", {}, make("span", {}, `${one.source.join(", ")} → ${one.target.join(", ")}`), " ",
  button("forget", say("terms.forget"), () => changeTerms("forget", { en: one.en, ru: one.ru }), { "aria-label": `${say("terms.forget")}: ${one.source[0]}` }));
const accept = (source, target) => changeTerms("accept", { terms: { [source.trim()]: target.trim() } });
const changeTerms = async (deed, more) => {
  const answer = await ask(deed, more);
  update(answer);
  if (answer.error) return;
  tell(say(answer.missed ? "terms.missed" : "terms.kept", { n: answer.missed }));
  const row = rows.get(current);
  if (row) beside(row);
  if (panel === terms) await terms(parts.panel);
};
