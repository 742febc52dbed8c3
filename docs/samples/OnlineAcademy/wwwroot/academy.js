"use strict";

// The progress of a check or an import: asked for twice a second, shown, and at the end the page is loaded again.
const progress = document.querySelector("[data-progress]");
if (progress) {
  const text = progress.querySelector("#progress-text");
  const bar = progress.querySelector("progress");
  const ask = async () => {
    try {
      const answer = await (await fetch(progress.dataset.progress, { cache: "no-store" })).json();
      if (answer.state !== progress.dataset.state) return location.reload();
      if (text.textContent !== answer.text) text.textContent = answer.text;
      if (answer.total) {
        bar.max = answer.total;
        bar.value = answer.done;
      } else {
        bar.removeAttribute("value");
      }
    } catch {
      // The server may be restarting; the next question finds it again.
    }
    setTimeout(ask, 500);
  };
  setTimeout(ask, 300);
}

// A button that starts something is pressed once; a page that comes out of the browser's memory gets it back.
for (const form of document.querySelectorAll("form[data-upload], form:has([data-once])")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "yes";
    form.setAttribute("aria-busy", "true");
  });
}
addEventListener("pageshow", () => document.querySelectorAll("[data-sent]").forEach((form) => {
  delete form.dataset.sent;
  form.removeAttribute("aria-busy");
}));
