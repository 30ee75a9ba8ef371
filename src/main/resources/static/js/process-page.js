// The page of a registration or connection: refreshes while the process moves, and shows its position.
// Needs: #moved with data-base (the page's own path; /status and /process below it) and data-ended, [data-live] (what
// is refreshed). Optional: #process with #here, #diagram, [data-zoom].
(function () {
  'use strict';
  const quick = 2000;
  const slow = 15000;
  const line = document.getElementById('moved');
  const base = line.dataset.base;
  const process = document.getElementById('process');
  let pause = quick;
  let timer = null;
  let version = null;
  let said = null;
  let picture = null;

  // ---- The diagram

  async function draw(canvas) {
    const answer = await fetch(base + '/process');
    if (!answer.ok) throw new Error('no picture');
    const viewer = new BpmnJS({ container: canvas, zoomScroll: { enabled: false } });
    await viewer.importXML(await answer.text());
    const svg = canvas.querySelector('svg');
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-labelledby', 'here');
    picture = { viewer, board: viewer.get('canvas'), known: viewer.get('elementRegistry'), marked: [], here: [] };
    zoom('fit');
    move(canvas);
  }

  function zoom(how) {
    const board = picture.board;
    if (how === 'fit') {
      board.zoom('fit-viewport', 'auto');
    } else if (how === 'here') {
      const step = picture.here.find(element => !/^subProcess/.test(element)) || picture.here[0];
      if (!step) return;
      board.zoom(1);
      const { x, y, width, height } = picture.known.get(step);
      const { width: across, height: down } = board.getSize();
      board.viewbox({ x: x + width / 2 - across / 2, y: y + height / 2 - down / 2, width: across, height: down });
    } else {
      board.zoom(Math.min(4, Math.max(.2, board.zoom() * (how === 'in' ? 1.3 : 1 / 1.3))), 'auto');
    }
  }

  const arrows = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };

  // Scrolls by arrow keys and horizontal swipes (vertical ones scroll the page); zooms by the wheel with Ctrl
  function move(canvas) {
    let last = null;
    canvas.addEventListener('keydown', event => {
      const way = arrows[event.key];
      if (!way || event.target !== canvas) return;
      event.preventDefault();
      picture.board.scroll({ dx: way[0], dy: way[1] });
    });
    canvas.addEventListener('pointerdown', event => { last = event.pointerType === 'touch' ? event : null; });
    canvas.addEventListener('pointermove', event => {
      if (!last || event.pointerId !== last.pointerId) return;
      picture.board.scroll({ dx: event.clientX - last.clientX, dy: event.clientY - last.clientY });
      last = event;
    });
    ['pointerup', 'pointercancel'].forEach(end => canvas.addEventListener(end, () => { last = null; }));
    canvas.addEventListener('wheel', event => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoom(event.deltaY < 0 ? 'in' : 'out');
    }, { passive: false });
  }

  function mark(status) {
    const { board, known } = picture;
    picture.marked.forEach(([element, name]) => board.removeMarker(element, name));
    picture.marked = [];
    picture.here = [...status.stuck, ...status.active].filter(element => known.get(element));
    [['passed', 'process-passed'], ['active', 'process-active'], ['stuck', 'process-stuck']].forEach(([list, name]) =>
      status[list].filter(element => known.get(element)).forEach(element => {
        board.addMarker(element, name);
        picture.marked.push([element, name]);
      }));
    process.querySelector('[data-zoom=here]').disabled = picture.here.length === 0;
  }

  // ---- What is shown

  // Do not interrupt a person who is entering or copying something
  function inUse(part) {
    const selection = getSelection();
    return !selection.isCollapsed && part.contains(selection.anchorNode)
      || [...part.querySelectorAll('input:not([readonly], [type=hidden]), select, textarea')].some(field =>
        field === document.activeElement || (field.options
          ? [...field.options].some(option => option.selected && option.value && !option.defaultSelected)
          : field.value !== field.defaultValue || field.checked !== field.defaultChecked));
  }

  // The visible content: CSRF tokens, relative times and expanded details differ without a change
  function seen(part) {
    const copy = part.cloneNode(true);
    copy.querySelectorAll('input[name=_csrf]').forEach(field => field.remove());
    copy.querySelectorAll('time').forEach(moment => moment.replaceWith(moment.dateTime));
    copy.querySelectorAll('details').forEach(details => details.removeAttribute('open'));
    return copy.innerHTML;
  }

  function replace(part, next) {
    const focus = part.contains(document.activeElement) ? document.activeElement : null;
    const open = [...part.querySelectorAll('details[open][id]')].map(details => details.id);
    part.replaceChildren(...next.childNodes);
    open.forEach(id => document.getElementById(id)?.setAttribute('open', ''));
    if (!focus) return;
    // Restore the focus; if the element is gone, focus the part that contained it
    const again = focus.id && document.getElementById(focus.id);
    if (!again) part.tabIndex = -1;
    (again || part).focus({ preventScroll: true });
  }

  // Returns whether everything shown is up to date
  async function refresh() {
    const answer = await fetch(location.pathname, { headers: { Accept: 'text/html' } });
    if (!answer.ok || answer.redirected) return false;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const token = fresh.querySelector('input[name=_csrf]');
    if (token) document.querySelectorAll('input[name=_csrf]').forEach(field => { field.value = token.value; });
    return [...document.querySelectorAll('[data-live]')].map(part => {
      const next = fresh.querySelector(`[data-live="${part.dataset.live}"]`);
      if (!next || seen(next) === seen(part)) return true;
      if (inUse(part)) return false;
      replace(part, next);
      return true;
    }).every(Boolean);
  }

  // One short line for screen readers, and only when it differs
  function say(status) {
    const words = [status.state, status.here.join(', ')].filter(Boolean).join(' – ');
    if (said !== null && said !== words) line.textContent = words;
    said = words;
    if (!process) return;
    const here = document.getElementById('here');
    here.hidden = status.here.length === 0;
    here.querySelector('strong').textContent = status.here.join(', ');
  }

  // ---- When to look

  async function look() {
    clearTimeout(timer);
    let quiet = true;
    try {
      const answer = await fetch(base + '/status', { headers: { Accept: 'application/json' } });
      if (answer.redirected || answer.status === 401 || answer.status === 403) {
        if (!inUse(document.body)) return location.reload();
        line.classList.remove('unseen');
        line.textContent = line.dataset.ended;
        version = null;
      } else if (answer.ok) {
        const status = await answer.json();
        quiet = version === status.version;
        line.classList.add('unseen');
        say(status);
        if (picture) mark(status);
        if (!quiet && await refresh()) version = status.version;
        if (!status.moving && version === status.version) return;
      }
    } catch (unreachable) {
      // The instance is restarting or the network is down: try again
    }
    pause = quiet ? Math.min(slow, pause * 1.3) : quick;
    // A hidden tab asks when it becomes visible again
    if (!document.hidden) timer = setTimeout(look, pause);
  }

  document.addEventListener('visibilitychange', () => {
    pause = quick;
    if (!document.hidden) look();
  });
  // A page that the back button restores from the browser's cache may be outdated
  addEventListener('pageshow', event => { if (event.persisted) location.reload(); });

  document.addEventListener('click', event => {
    const tool = event.target.closest('[data-zoom]');
    if (tool && picture) zoom(tool.dataset.zoom);
  });

  async function begin() {
    if (process) {
      process.hidden = false;
      await draw(document.getElementById('diagram')).catch(() => { process.textContent = process.dataset.gone; });
    }
    look();
  }
  begin();
})();
