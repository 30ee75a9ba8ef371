// The webapps' own login is closed. Whoever logged out or whose session ended is sent to the one login page, and from
// there back to this webapp: opening it anew leads there.
const toLogin = () => {
  if (window.location.hash.startsWith('#/login')) {
    window.location.assign(document.baseURI.split('#')[0]);
  }
};
window.addEventListener('hashchange', toLogin);
toLogin();
