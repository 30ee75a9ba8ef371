// The menus of the header work without this script; with it, Escape and a click elsewhere close the one that is open.
const openMenus = () => document.querySelectorAll('header.site details[open]');

document.addEventListener('click', event => {
  openMenus().forEach(menu => { if (!menu.contains(event.target)) menu.open = false; });
});
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  openMenus().forEach(menu => {
    const inside = menu.contains(document.activeElement);
    menu.open = false;
    if (inside) menu.querySelector('summary').focus();
  });
});
