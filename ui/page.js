(() => {
  "use strict";
  const RUSSIAN = /^(ru|be|uk|kk|ky|tg|uz|hy|tt)\b/i;
  const saved = (document.cookie.match(/(?:^|; )COOKIE=(ru|en)/) || [])[1];
  const seen = (navigator.languages || [navigator.language]).find((tag) => RUSSIAN.test(tag) || /^en\b/i.test(tag));
  let lang = saved || (RUSSIAN.test(seen || "") ? "ru" : "en");
  const keep = () => {
    document.cookie = `COOKIE=${lang}; path=/; max-age=31536000; samesite=strict`;
    document.documentElement.lang = lang;
  };
  keep();
  const paste = { html: "", text: "" };
  const squeeze = (text) => text.replace(/\s+/g, " ").trim();
  const field = () => document.querySelector("#skim-box textarea");

  const type = (text) => {
    const box = field();
    if (!box) return false;
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(box, text);
    box.dispatchEvent(new Event("input", { bubbles: true }));
    return true;
  };

  window.svodka = {
    rich: (box) => (paste.html && squeeze((box && box.text) || "") === squeeze(paste.text) ? paste.html : ""),
    files: (box) => ((box && box.files) || []).map((file) => {
      const line = document.createElement("p");
      line.className = "quiet";
      line.textContent = `↳ ${file.orig_name || file.path || ""}`;
      return line.outerHTML;
    }).join(""),
    theme: () => {
      const dark = document.body.classList.toggle("dark");
      try { localStorage.setItem("svodka_theme", dark ? "dark" : "light"); } catch { /* private window */ }
    },
  };

  document.addEventListener("paste", (event) => {
    if (event.target !== field()) return;
    const text = event.clipboardData.getData("text/plain");
    paste.html = event.clipboardData.getData("text/html");
    paste.text = text;
  }, true);

  // ---- evidence: a digest sentence lights up where it comes from
  let pinned = null;
  const article = () => document.querySelector("#skim-article");
  const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

  const scrollTo = (span, smooth) => {
    const pane = span.closest(".pane");
    const behavior = smooth && !still() ? "smooth" : "auto";
    if (pane && pane.scrollHeight > pane.clientHeight + 4) {
      pane.scrollTo({ top: span.offsetTop - pane.clientHeight / 3, behavior });
    } else {
      span.scrollIntoView({ block: "center", behavior });
    }
  };

  const light = (claim, goThere) => {
    const root = article();
    if (!root) return;
    root.querySelectorAll(".lit").forEach((span) => span.classList.remove("lit"));
    document.querySelectorAll(".claim.lit").forEach((one) => {
      one.classList.remove("lit");
      one.setAttribute("aria-pressed", "false");
    });
    document.querySelectorAll(".strip .lit").forEach((bar) => bar.classList.remove("lit"));
    const note = root.querySelector(".footnote");
    if (!claim) { if (note) note.hidden = true; return; }
    claim.classList.add("lit");
    claim.setAttribute("aria-pressed", "true");
    const numbers = claim.dataset.evidence.split(" ").filter(Boolean);
    const spans = numbers.map((n) => root.querySelector(`#s${n}`)).filter(Boolean);
    spans.forEach((span) => span.classList.add("lit"));
    numbers.forEach((n) => document.querySelectorAll(`.strip [data-at="${n}"]`).forEach((bar) => bar.classList.add("lit")));
    if (note) {
      const gloss = note.querySelector(".gloss");
      gloss.querySelector("span").textContent = claim.dataset.gloss || "";
      gloss.lang = claim.closest("[lang]").lang;
      gloss.hidden = !claim.dataset.gloss;
      note.hidden = gloss.hidden && wide();
    }
    if (spans.length && goThere) scrollTo(spans[0], true);
  };

  // The sentences of the article that are in the digest carry its numbers, as soon as both are there.
  const trace = () => {
    const root = article();
    if (!root) return;
    root.querySelectorAll(".used").forEach((span) => { span.classList.remove("used"); span.removeAttribute("data-claims"); });
    document.querySelectorAll("#skim-digest .claim").forEach((claim) => {
      claim.dataset.evidence.split(" ").filter(Boolean).forEach((n) => {
        const span = root.querySelector(`#s${n}`);
        if (!span) return;
        span.classList.add("used");
        span.dataset.claims = [span.dataset.claims, claim.dataset.number].filter(Boolean).join(", ");
      });
    });
  };
  const watch = () => {
    let due = 0;
    const own = (change) => change.target instanceof Element && change.target.closest("#skim-digest, #skim-article")
      && !change.target.closest(".footnote");
    new MutationObserver((changes) => {
      if (due || !changes.some(own)) return;
      due = requestAnimationFrame(() => { due = 0; pinned = null; trace(); });
    }).observe(document.body, { childList: true, subtree: true });
  };

  const claimOf = (node) => (node instanceof Element ? node.closest(".claim") : null);
  const wide = () => matchMedia("(min-width: 60rem)").matches;
  let waiting = 0;
  document.addEventListener("mouseover", (event) => {
    const claim = claimOf(event.target);
    clearTimeout(waiting);
    if (claim && wide()) waiting = setTimeout(() => light(claim, true), 90);
    else if (!claim && wide() && !article()?.contains(event.target)) waiting = setTimeout(() => light(pinned, false), 250);
  });
  document.addEventListener("focusin", (event) => {
    const claim = claimOf(event.target);
    if (claim) light(claim, wide());
  });
  const press = (claim) => {
    pinned = pinned === claim && wide() ? null : claim;
    light(claim, true);
  };
  document.addEventListener("click", (event) => {
    const claim = claimOf(event.target);
    if (claim) { press(claim); return; }
    if (event.target.closest?.(".back")) {
      const lit = document.querySelector(".claim.lit");
      if (lit) { lit.scrollIntoView({ block: "center" }); lit.focus({ preventScroll: true }); }
      return;
    }
    const strip = event.target.closest?.(".strip");
    if (strip) stripped(strip, event.clientY);
  });
  document.addEventListener("keydown", (event) => {
    const claim = claimOf(event.target);
    if (claim && (event.key === "Enter" || event.key === " ")) { event.preventDefault(); press(claim); }
    if (event.key === "Escape") { pinned = null; light(null, false); }
  });
  const stripped = (strip, y) => {
    const frame = strip.getBoundingClientRect();
    const at = (1000 * (y - frame.top)) / frame.height;
    let best = null;
    strip.querySelectorAll("rect[data-at]").forEach((bar) => { if (+bar.getAttribute("y") <= at) best = bar; });
    const span = best && article().querySelector(`#s${best.dataset.at}`);
    if (span) scrollTo(span, true);
  };

  // ---- the switch of the language: the cookie is set before Gradio asks the server
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("#switch-language")) return;
    lang = lang === "ru" ? "en" : "ru";
    keep();
  }, true);

  // ---- copying
  const copied = async (text) => {
    try { await navigator.clipboard.writeText(text); } catch {
      const area = Object.assign(document.createElement("textarea"), { value: text });
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  };
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("#skim-copy")) return;
    const digest = document.querySelector("#skim-digest .digest");
    if (!digest) return;
    const copy = digest.cloneNode(true);
    copy.querySelectorAll("sup, .says").forEach((node) => node.remove());
    const lines = [...copy.querySelectorAll("h3, p, li")].map((line) => squeeze(line.textContent));
    copied(lines.join("\n"));
  });

  // ---- at the start: theme, and the address that a bookmarklet gave
  const start = () => {
    let theme = "";
    try { theme = localStorage.getItem("svodka_theme") || ""; } catch { /* private window */ }
    if (theme) document.body.classList.toggle("dark", theme === "dark");
    watch();
    const name = () => {
      const label = document.querySelector('#skim-box [data-testid="block-info"]');
      if (field() && label) field().setAttribute("aria-label", label.textContent.trim());
    };
    setInterval(name, 1000);
    const url = new URLSearchParams(location.search).get("url") || "";
    if (!/^https?:\/\//i.test(url)) return;
    const fill = setInterval(() => { if (type(url)) clearInterval(fill); }, 100);
    setTimeout(() => clearInterval(fill), 15000);
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start); else start();
})();
