"use strict";
(() => {
  const claims = [...document.querySelectorAll("article.claim")];
  const boxes = [...document.querySelectorAll(".filters input")];
  const shown = document.getElementById("shown");
  const isShown = (claim) => getComputedStyle(claim).display !== "none";
  const tell = () => {
    if (shown) shown.textContent = `${claims.filter(isShown).length} of ${claims.length} claims shown`;
  };
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (getComputedStyle(target.closest("article.claim") || target).display === "none") {
      for (const box of boxes) box.checked = true;
      tell();
      target.scrollIntoView();
    }
    target.focus({ preventScroll: true });
  };
  for (const box of boxes) box.addEventListener("change", tell);
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  tell();
})();
