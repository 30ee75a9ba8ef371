// The way back to the Service Exchange Center from every webapp, and in Cockpit from an instance to the page of its case.
const { center } = window.camTasklistConf ?? window.camCockpitConf ?? window.camAdminConf ?? window.camWelcomeConf;
const PAGES = { REG: '/registrations/', PCN: '/connections/' };
let caseNumber;

const link = (name, path, text) => {
  const made = document.createElement('a');
  made.className = `sx-center ${name}`;
  made.href = path;
  made.target = '_top';
  made.textContent = text;
  return made;
};

// The webapps draw their header when they like, and draw it anew
const show = () => {
  const header = document.querySelector('.navbar-header');
  if (!header) return;
  if (!header.querySelector('.sx-back')) {
    header.append(link('sx-back', '/', center.label));
  }
  const shown = header.querySelector('.sx-case');
  if (shown?.textContent !== caseNumber) {
    shown?.remove();
    if (caseNumber) header.append(link('sx-case', PAGES[caseNumber.slice(0, 3)] + caseNumber, caseNumber));
  }
};

const findCase = async () => {
  const instance = window.location.hash.match(/^#\/process-instance\/([\w-]+)/)?.[1];
  caseNumber = undefined;
  show();
  if (!instance) return;
  const answer = await fetch(`${center.history}${instance}`, { headers: { Accept: 'application/json' } });
  if (!answer.ok) return;
  const { businessKey } = await answer.json();
  if (window.location.hash.includes(instance) && /^(REG|PCN)\d+$/.test(businessKey ?? '')) {
    caseNumber = businessKey;
    show();
  }
};

new MutationObserver(show).observe(document.documentElement, { childList: true, subtree: true });
window.addEventListener('hashchange', findCase);
findCase();
