// The picture of a process, which marks the steps where the process stands as live-page.js hears of them.
// Needs: #process with data-source (address of the BPMN file) and data-gone (what is said without one); #here, #runs-on,
// #diagram and [data-zoom] in it. Rows of the page with data-element, data-mark and data-note mark elements, whatever the status is.
(function () {
  'use strict';
  const process = document.getElementById('process');
  let picture = null;
  let status = null;

  async function draw(canvas) {
    const answer = await fetch(process.dataset.source);
    if (!answer.ok) throw new Error('no picture');
    const viewer = new BpmnJS({ container: canvas, zoomScroll: { enabled: false } });
    await viewer.importXML(await answer.text());
    const svg = canvas.querySelector('svg');
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-labelledby', 'here');
    picture = { viewer, board: viewer.get('canvas'), known: viewer.get('elementRegistry'), marked: [], here: [] };
    zoom('fit');
    move(canvas);
    enlarge();
    window.addEventListener('resize', refit);
    if (status) mark();
    document.querySelectorAll('[data-element]').forEach(row => markAs(row.dataset));
  }

  function markAs({ element, mark: name, note }) {
    const { board, known, viewer } = picture;
    // A mark of the process itself would colour all of it
    if (!known.get(element) || known.get(element) === board.getRootElement()) return;
    board.addMarker(element, name);
    if (!note) return;
    const words = document.createElement('span');
    words.className = 'diagram-note';
    words.textContent = note;
    // Stays readable however small the picture is
    viewer.get('overlays').add(element, { position: { top: -12, right: 14 }, scale: { min: .75, max: 1 }, html: words });
  }

  // The whole screen, where the steps are large enough to be read; Escape leads back
  function enlarge() {
    const button = process.querySelector('[data-zoom=large]');
    button.hidden = !document.fullscreenEnabled;
    button.addEventListener('click', () => {
      if (document.fullscreenElement) document.exitFullscreen();
      else process.requestFullscreen();
    });
    document.addEventListener('fullscreenchange', () => {
      button.setAttribute('aria-pressed', String(document.fullscreenElement === process));
      picture.board.resized();
      zoom('fit');
      if (document.fullscreenElement) zoom('here');
    });
  }

  // A telephone that is turned, a window that grows: the whole process stays whole
  function refit() {
    const { width } = picture.board.getContainer().getBoundingClientRect();
    if (document.fullscreenElement || width === picture.width) return;
    picture.width = width;
    picture.board.resized();
    if (picture.whole) zoom('fit');
  }

  function zoom(how) {
    const board = picture.board;
    picture.whole = how === 'fit';
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

  // By arrow keys, by a finger sideways (up and down moves the page), and by the wheel with Ctrl
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

  function mark() {
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

  document.addEventListener('click', event => {
    const tool = event.target.closest('[data-zoom]');
    if (tool && tool.dataset.zoom !== 'large' && picture) zoom(tool.dataset.zoom);
  });

  document.addEventListener('live-status', event => {
    status = event.detail;
    const here = document.getElementById('here');
    if (!here) return;
    here.hidden = status.here.length === 0;
    here.querySelector('strong').textContent = status.here.join(', ');
    const version = document.getElementById('runs-on');
    version.hidden = status.runsOn === 0;
    version.querySelector('strong').textContent = status.runsOn;
    if (picture) mark();
  });

  process.hidden = false;
  draw(document.getElementById('diagram')).catch(() => { process.textContent = process.dataset.gone; });
})();
