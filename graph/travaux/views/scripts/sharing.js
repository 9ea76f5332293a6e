// The address carries everything, so sharing a view is copying its link.
export function startSharing() {
  const button = document.getElementById("share");
  const words = button.textContent;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Copy it from the address bar";
    }
    setTimeout(() => { button.textContent = words; }, 2000);
  });
}
