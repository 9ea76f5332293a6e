// A menu that is wider than the window shows the entry of the page, also when a file shows another page.
export function startMenu() {
  const menu = document.querySelector(".menu");
  const show = () => {
    const link = menu.querySelector("[aria-current]");
    if (link) menu.scrollLeft = link.offsetLeft - (menu.clientWidth - link.offsetWidth) / 2;
  };
  new MutationObserver(show).observe(menu, { subtree: true, attributeFilter: ["aria-current"] });
  show();
}
