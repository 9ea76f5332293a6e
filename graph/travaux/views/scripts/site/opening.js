// Opens the card of the statement whose characters the address names.
export function openAt(root, at) {
  if (!at) return;
  for (const card of root.querySelectorAll(".reading-card")) {
    if (new URL(card.dataset.address, location.href).searchParams.get("at") !== at) continue;
    for (let around = card; around; around = around.parentElement.closest("details")) around.open = true;
  }
  document.getElementById("at")?.scrollIntoView({ block: "center", behavior: "instant" });
}
