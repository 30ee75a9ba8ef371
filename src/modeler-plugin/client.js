// The rules of Service Exchange that need one file alone, while one draws: Camunda Modeler runs them with bpmnlint. They are those of
// the rule book of the application, under the same names; the application has more, and alone decides (check-processes).
(function () {
  'use strict';

  // What the code offers to each process, and the sentences of the rule book; written by ModelerPluginTest with -Dmodeler.write
  /* data */ const DATA = {"hints":["version-missing","label-missing","question-missing","answer-missing","retries-of-its-own","join-without-gateway","join-and-fork","gateway-needless"],"others":{"listeners":[],"steps":{"sendMailDelegate":["asks"]}},"phrases":{"activateConnectionDelegate":"Activate connection","cancelConnectionDelegate":"Cancel connection","cancelRegistrationDelegate":"Cancel registration","checkPrerequisitesDelegate":"Check prerequisites","checkSuspensionDelegate":"Check suspension","claimRegistrationDelegate":"Claim registration","closeConnectionDelegate":"Close connection","closeFailedRegistrationDelegate":"Close failed registration","createRegistrationTaskDelegate":"Create registration task","declineRegistrationDelegate":"Decline registration","exchangeKeysDelegate":"Exchange keys","expireConnectionDelegate":"Expire connection","expireRegistrationDelegate":"Expire registration","letHeartbeatsGoOnDelegate":"Let heartbeats go on","matchContactDelegate":"Match contact","proveNewKeysDelegate":"Prove new keys","receiveRegistrationRequestDelegate":"Receive registration request","recordMismatchDelegate":"Record mismatch","remindContactDelegate":"Remind contact","remindOfFindingsDelegate":"Remind of findings","remindOfReviewDelegate":"Remind of review","renewRegistrationLinkDelegate":"Renew registration link","reportSuspensionDelegate":"Report suspension","rotateKeysDelegate":"Rotate keys","scheduleRotationDelegate":"Schedule rotation","sendMailDelegate":"Send mail","sendRegistrationEMailDelegate":"Send registration email","tryContactDelegate":"Try contact","writeWorkNoteDelegate":"Write work note"},"processes":{"connection-life":{"listeners":["connectionActiveListener"],"steps":{"checkSuspensionDelegate":["needed"],"letHeartbeatsGoOnDelegate":["needed"],"proveNewKeysDelegate":["asks","needed"],"rotateKeysDelegate":["asks","needed"],"scheduleRotationDelegate":["needed"],"sendMailDelegate":["asks"],"tryContactDelegate":["asks","needed"]}},"consumer-registration":{"listeners":[],"steps":{"activateConnectionDelegate":["asks","closes","needed"],"cancelRegistrationDelegate":["closes","needed"],"checkPrerequisitesDelegate":["asks","needed"],"closeFailedRegistrationDelegate":["closes","needed"],"createRegistrationTaskDelegate":["needed"],"declineRegistrationDelegate":["closes","needed"],"expireRegistrationDelegate":["closes","needed"],"matchContactDelegate":["needed"],"receiveRegistrationRequestDelegate":["needed"],"recordMismatchDelegate":[],"remindContactDelegate":["asks"],"remindOfFindingsDelegate":[],"remindOfReviewDelegate":[],"renewRegistrationLinkDelegate":["needed"],"reportSuspensionDelegate":[],"sendMailDelegate":["asks"],"sendRegistrationEMailDelegate":["asks","needed"],"writeWorkNoteDelegate":["needed"]}},"provider-connection":{"listeners":["authenticateAtProviderListener","connectToProviderListener","linkOpenedListener"],"steps":{"activateConnectionDelegate":["asks","closes","needed"],"cancelConnectionDelegate":["closes","needed"],"checkPrerequisitesDelegate":["asks","needed"],"claimRegistrationDelegate":["asks","needed"],"closeConnectionDelegate":["closes","needed"],"exchangeKeysDelegate":["asks","needed"],"expireConnectionDelegate":["closes","needed"],"sendMailDelegate":["asks"]}}},"texts":{"de":{"answer-missing":"„{0}“ hat keine eigene Beschriftung, die die Frage beantwortet.","condition-ignored":"„{0}“ hat eine Bedingung, nach der niemand fragt. Entfernen Sie sie, oder entscheiden Sie an einem exklusiven Gateway.","condition-missing":"„{0}“ hat keine Bedingung und würde immer genommen. Setzen Sie eine, oder machen Sie diesen Fluss zum Standard.","default-missing":"„{0}“ hat keinen Standardfluss: Ein Fall, für den keine Bedingung gilt, bliebe mit einem Fehler stehen. Legen Sie einen Fluss als Standard fest.","delegate-unknown":"„{0}“ ruft {1} auf, das es nicht gibt. Ähnlich: {2}.","end-missing":"„{0}“ hat kein Endereignis; niemand sieht, wie es endet. Fügen Sie eines hinzu.","event-expected":"„{0}“: Hinter diesem Gateway wartet ein Fall auf das erste von mehreren Ereignissen. Es dürfen nur Ereignisse und Empfangsaufgaben folgen.","event-several":"„{0}“ hat mehr als einen Auslöser. Verwenden Sie für jeden ein eigenes Ereignis.","event-without-host":"„{0}“ hängt an keinem Schritt. Setzen Sie es an den Rand eines Schritts.","flow-twice":"„{0}“ ist doppelt gezeichnet: Der Fall ginge zweimal dorthin. Entfernen Sie einen Fluss.","gateway-needless":"„{0}“: Dieses Gateway bewirkt nichts. Entfernen Sie es.","history-without-end":"„{0}“ sagt nicht, wie lange der Verlauf aufbewahrt wird. Setzen Sie die Frist „TTL“ des Prozesses, etwa P180D.","join-and-fork":"„{0}“ führt Wege zusammen und stellt eine Frage. Verwenden Sie für jedes ein Gateway.","join-without-gateway":"„{0}“ wird auf mehreren Wegen erreicht. Lassen Sie sie an einem Gateway ohne Beschriftung zusammenkommen.","label-missing":"„{0}“ hat keine Beschriftung. Sagen Sie, was dort geschieht.","leads-nowhere":"„{0}“ führt nirgends hin: Ein Fall, der hierher kommt, endet, ohne es zu sagen. Zeichnen Sie, was folgt.","listener-unknown":"„{0}“ hat den Listener {1}, den es nicht gibt. Ähnlich: {2}.","question-missing":"„{0}“ hat mehrere Wege. Stellen Sie eine Frage, die mit einem Fragezeichen endet.","retries-of-its-own":"„{0}“ sagt selbst, wie oft es wiederholt wird. Die Anwendung sagt das einmal für alle Schritte; entfernen Sie es.","split-without-gateway":"„{0}“ führt zu mehreren Schritten zugleich; ein Fall wäre an zwei Stellen. Lassen Sie ein Gateway entscheiden, wohin es geht.","start-missing":"„{0}“ hat kein Startereignis und beginnt daher nie. Fügen Sie eines hinzu.","start-several":"„{0}“ hat mehrere Startereignisse ohne Auslöser; niemand weiß, wo es beginnt. Behalten Sie eines.","start-with-event":"„{0}“ hat einen Auslöser, aber der Teilprozess „{1}“ wird durch seinen Fluss betreten. Verwenden Sie ein Startereignis ohne Auslöser.","start-without-event":"„{0}“ hat keinen Auslöser; der Ereignis-Teilprozess „{1}“ beginnt daher nie. Wählen Sie einen, etwa eine Nachricht.","step-missing":"„{0}“: Der Schritt „{1}“ fehlt. Ohne ihn kann der Prozess nicht tun, wofür er da ist; stellen Sie ihn wieder her.","step-not-committed":"„{0}“ fragt ein anderes System. Setzen Sie „Asynchronous before“, damit bleibt, was vorher getan wurde, wenn es misslingt.","step-without-delegate":"„{0}“ ruft nichts auf. Setzen Sie die Delegate Expression, oder verwenden Sie eine Aufgabe anderer Art.","version-missing":"„{0}“ hat kein Version Tag. Setzen Sie eine ganze Zahl und erhöhen Sie sie bei jeder Änderung, damit Cockpit zeigt, welche Fälle womit laufen."},"en":{"answer-missing":"“{0}” has no label of its own that answers the question.","condition-ignored":"“{0}” has a condition that nobody asks. Remove it, or decide at an exclusive gateway.","condition-missing":"“{0}” has no condition, so it would always be taken. Set one, or make this flow the default.","default-missing":"“{0}” has no default flow: a case for which no condition holds would stop with an error. Mark one flow as the default.","delegate-unknown":"“{0}” calls {1}, which does not exist. Near: {2}.","end-missing":"“{0}” has no end event, so nobody sees how it ends. Add one.","event-expected":"“{0}”: behind this gateway a case waits for the first of several events. Only events and receive tasks may follow.","event-several":"“{0}” has more than one trigger. Use an event for each.","event-without-host":"“{0}” is not at the border of a step. Attach it to one.","flow-twice":"“{0}” is drawn twice: the case would go there twice. Remove one.","gateway-needless":"“{0}”: this gateway does nothing. Remove it.","history-without-end":"“{0}” does not say how long its history is kept. Set “Time to live” of the process, such as P180D.","join-and-fork":"“{0}” brings ways together and asks a question. Use a gateway for each.","join-without-gateway":"“{0}” is reached by several ways. Let them come together at a gateway without a label.","label-missing":"“{0}” has no label. Say what happens there.","leads-nowhere":"“{0}” leads nowhere: a case that comes here ends without saying so. Draw what follows.","listener-unknown":"“{0}” has the listener {1}, which does not exist. Near: {2}.","question-missing":"“{0}” has several ways on. Ask a question that ends with a question mark.","retries-of-its-own":"“{0}” says by itself how often it is repeated. The application says so once for all steps; remove it.","split-without-gateway":"“{0}” leads to several steps at once, so a case would be in two places. Decide by a gateway which way it goes.","start-missing":"“{0}” has no start event, so it never begins. Add one.","start-several":"“{0}” has several start events without a trigger, so nobody knows where it begins. Keep one.","start-with-event":"“{0}” has a trigger, but the sub-process “{1}” is entered by its flow. Use a start event without a trigger.","start-without-event":"“{0}” has no trigger, so the event sub-process “{1}” never begins. Choose one, such as a message.","step-missing":"“{0}”: the step “{1}” is missing. Without it the process cannot do what it is for; put it back.","step-not-committed":"“{0}” asks another system. Set “Asynchronous before”, so that what was done before is kept when it fails.","step-without-delegate":"“{0}” calls nothing. Set its delegate expression, or use a task of another kind.","version-missing":"“{0}” has no version tag. Set a whole number and raise it with each change, so that Cockpit shows which cases run on what."},"es":{"answer-missing":"«{0}» no tiene una etiqueta propia que responda a la pregunta.","condition-ignored":"«{0}» tiene una condición que nadie pregunta. Quítela, o decida en una compuerta exclusiva.","condition-missing":"«{0}» no tiene condición y se tomaría siempre. Ponga una, o haga de este el flujo por defecto.","default-missing":"«{0}» no tiene flujo por defecto: un caso para el que no se cumple ninguna condición se pararía con un error. Marque un flujo como predeterminado.","delegate-unknown":"«{0}» llama a {1}, que no existe. Parecidos: {2}.","end-missing":"«{0}» no tiene evento de fin; nadie ve cómo termina. Añada uno.","event-expected":"«{0}»: detrás de esta compuerta un caso espera el primero de varios eventos. Solo pueden seguir eventos y tareas de recepción.","event-several":"«{0}» tiene más de un desencadenante. Use un evento para cada uno.","event-without-host":"«{0}» no está en el borde de ningún paso. Únalo a uno.","flow-twice":"«{0}» está dibujado dos veces: el caso iría allí dos veces. Quite un flujo.","gateway-needless":"«{0}»: esta compuerta no hace nada. Quítela.","history-without-end":"«{0}» no dice cuánto tiempo se guarda su historial. Indique el plazo «TTL» del proceso, por ejemplo P180D.","join-and-fork":"«{0}» une caminos y hace una pregunta. Use una compuerta para cada cosa.","join-without-gateway":"«{0}» se alcanza por varios caminos. Únalos en una compuerta sin etiqueta.","label-missing":"«{0}» no tiene etiqueta. Diga qué ocurre allí.","leads-nowhere":"«{0}» no lleva a ninguna parte: un caso que llega aquí termina sin decirlo. Dibuje lo que sigue.","listener-unknown":"«{0}» tiene el oyente {1}, que no existe. Parecidos: {2}.","question-missing":"«{0}» tiene varias salidas. Haga una pregunta que termine con un signo de interrogación.","retries-of-its-own":"«{0}» dice por sí mismo cuántas veces se repite. La aplicación lo dice una vez para todos los pasos; quítelo.","split-without-gateway":"«{0}» lleva a varios pasos a la vez; un caso estaría en dos sitios. Deje que decida una compuerta.","start-missing":"«{0}» no tiene evento de inicio y por eso no empieza nunca. Añada uno.","start-several":"«{0}» tiene varios eventos de inicio sin desencadenante; nadie sabe dónde empieza. Deje uno.","start-with-event":"«{0}» tiene un desencadenante, pero al subproceso «{1}» se entra por su flujo. Use un evento de inicio sin desencadenante.","start-without-event":"«{0}» no tiene desencadenante; el subproceso de evento «{1}» no empieza nunca. Elija uno, por ejemplo un mensaje.","step-missing":"«{0}»: falta el paso «{1}». Sin él, el proceso no puede hacer aquello para lo que está; vuelva a ponerlo.","step-not-committed":"«{0}» pregunta a otro sistema. Marque «Asynchronous before», para que lo hecho antes quede si falla.","step-without-delegate":"«{0}» no llama a nada. Indique su expresión delegada, o use una tarea de otro tipo.","version-missing":"«{0}» no tiene etiqueta de versión. Ponga un número entero y súbalo con cada cambio, para que Cockpit muestre qué casos se ejecutan con qué."},"fr":{"answer-missing":"« {0} » n’a pas de libellé à lui qui réponde à la question.","condition-ignored":"« {0} » a une condition que personne ne demande. Supprimez-la, ou décidez à une passerelle exclusive.","condition-missing":"« {0} » n’a pas de condition et serait toujours pris. Donnez-lui-en une, ou faites-en le flux par défaut.","default-missing":"« {0} » n’a pas de flux par défaut : un cas pour lequel aucune condition n’est vraie s’arrêterait sur une erreur. Choisissez un flux par défaut.","delegate-unknown":"« {0} » appelle {1}, qui n’existe pas. Proche : {2}.","end-missing":"« {0} » n’a pas d’événement de fin ; personne ne voit comment il finit. Ajoutez-en un.","event-expected":"« {0} » : derrière cette passerelle, un cas attend le premier de plusieurs événements. Seuls des événements et des tâches de réception peuvent suivre.","event-several":"« {0} » a plus d’un déclencheur. Utilisez un événement pour chacun.","event-without-host":"« {0} » n’est au bord d’aucune étape. Attachez-le à une étape.","flow-twice":"« {0} » est dessiné deux fois : le cas y irait deux fois. Supprimez un flux.","gateway-needless":"« {0} » : cette passerelle ne fait rien. Supprimez-la.","history-without-end":"« {0} » ne dit pas combien de temps son historique est conservé. Renseignez le délai « TTL » du processus, par exemple P180D.","join-and-fork":"« {0} » réunit des chemins et pose une question. Utilisez une passerelle pour chacun.","join-without-gateway":"« {0} » est atteint par plusieurs chemins. Réunissez-les à une passerelle sans libellé.","label-missing":"« {0} » n’a pas de libellé. Dites ce qui s’y passe.","leads-nowhere":"« {0} » ne mène nulle part : un cas qui arrive ici finit sans le dire. Dessinez la suite.","listener-unknown":"« {0} » a l’écouteur {1}, qui n’existe pas. Proche : {2}.","question-missing":"« {0} » a plusieurs suites. Posez une question qui finit par un point d’interrogation.","retries-of-its-own":"« {0} » dit lui-même combien de fois il est répété. L’application le dit une fois pour toutes les étapes ; supprimez-le.","split-without-gateway":"« {0} » mène à plusieurs étapes à la fois ; un cas serait à deux endroits. Faites décider une passerelle.","start-missing":"« {0} » n’a pas d’événement de début et ne commence donc jamais. Ajoutez-en un.","start-several":"« {0} » a plusieurs événements de début sans déclencheur ; personne ne sait où il commence. Gardez-en un.","start-with-event":"« {0} » a un déclencheur, mais le flux mène dans le sous-processus « {1} ». Utilisez un événement de début sans déclencheur.","start-without-event":"« {0} » n’a pas de déclencheur ; le sous-processus événementiel « {1} » ne commence donc jamais. Choisissez-en un, par exemple un message.","step-missing":"« {0} » : l’étape « {1} » manque. Sans elle, le processus ne peut pas faire ce pour quoi il est là ; remettez-la.","step-not-committed":"« {0} » interroge un autre système. Cochez « Asynchronous before », pour que ce qui précède reste fait en cas d’échec.","step-without-delegate":"« {0} » n’appelle rien. Renseignez l’expression déléguée, ou utilisez une tâche d’une autre sorte.","version-missing":"« {0} » n’a pas d’étiquette de version. Mettez un nombre entier et augmentez-le à chaque changement, pour que Cockpit montre quels cas s’exécutent avec quoi."}}}; /* end of data */

  const PACKAGE = 'bpmnlint-plugin-service-exchange';
  const NODE = /^bpmn:(Task|SubProcess|CallActivity|.*(Event|Gateway|Task))$/;
  const CAUGHT = ['bpmn:IntermediateCatchEvent', 'bpmn:ReceiveTask'];

  const is = (element, kind) => element.$type === 'bpmn:' + kind;
  const plain = element => (element.name || '').trim();
  const named = expression => (expression || '').replace(/[#${}\s]/g, '');
  const kindOf = element => element.$type.replace('bpmn:', '').replace(/^./, letter => letter.toLowerCase());
  const labelOf = element => plain(element) || element.id || kindOf(element);
  const extensions = (element, kind) =>
    ((element.extensionElements || {}).values || []).filter(one => one.$type.toLowerCase() === 'camunda:' + kind.toLowerCase());

  // A process with what leads to each element and on from it
  function drawn(process) {
    const nodes = new Map();
    const flows = [];
    const walk = (scope, elements) => elements.forEach(element => {
      if (is(element, 'SequenceFlow')) flows.push({ element });
      if (!NODE.test(element.$type)) return;
      nodes.set(element, { element, scope, incoming: [], outgoing: [], definitions: element.eventDefinitions || [] });
      walk(element, element.flowElements || []);
    });
    walk(null, process.flowElements || []);
    const known = flows.filter(flow => nodes.has(flow.element.sourceRef) && nodes.has(flow.element.targetRef));
    known.forEach(flow => {
      flow.source = nodes.get(flow.element.sourceRef);
      flow.target = nodes.get(flow.element.targetRef);
      flow.isDefault = flow.source.element.default === flow.element;
      flow.condition = Boolean(flow.element.conditionExpression);
      flow.source.outgoing.push(flow);
      flow.target.incoming.push(flow);
    });
    const catalogue = DATA.processes[process.id] || DATA.others;
    return { element: process, nodes: [...nodes.values()], flows: known, catalogue };
  }

  const gateway = node => /Gateway$/.test(node.element.$type);
  const name = node => gateway(node) && !plain(node.element) && node.outgoing.length === 1
    ? '→ ' + labelOf(node.outgoing[0].target.element) : labelOf(node.element);
  const flowName = flow => labelOf(flow.source.element) + ' → ' + labelOf(flow.target.element)
    + (plain(flow.element) ? ' (' + plain(flow.element) + ')' : '');
  const asks = node => gateway(node) && node.outgoing.length > 1;
  const byEvent = element => is(element, 'SubProcess') && element.triggeredByEvent === true;

  const scopes = process => [process.element, ...process.nodes.map(one => one.element).filter(one => is(one, 'SubProcess'))]
    .map(element => {
      const inside = process.nodes.filter(one => (one.scope || process.element) === element);
      const starts = inside.filter(one => is(one.element, 'StartEvent'));
      return { element, inside, starts, blank: starts.filter(one => one.definitions.length === 0) };
    });

  // Each calls found(element, its name, what else the sentence says)
  const each = (pick, test, called = name) => (process, found) =>
    process[pick].filter(one => test(one, process)).forEach(one => found(one.element, called(one)));
  const ofScopes = test => (process, found) =>
    scopes(process).filter(scope => test(scope, process)).forEach(scope => found(scope.element, labelOf(scope.element)));
  const starts = test => (process, found) => scopes(process).forEach(scope => scope.starts
    .filter(start => test(scope, start, process))
    .forEach(start => found(start.element, labelOf(start.element), labelOf(scope.element))));
  const flows = test => each('flows', test, flowName);
  const questions = flow => is(flow.source.element, 'ExclusiveGateway') && flow.source.outgoing.length > 1;
  const serviceTasks = (process, test) => process.nodes.filter(node => is(node.element, 'ServiceTask') && test(node));
  const delegate = node => named(node.element.delegateExpression);
  const running = rule => (process, found) => { if (process.element.isExecutable) rule(process, found); };

  const RULES = {
    'history-without-end': running((process, found) => {
      if (!(process.element.historyTimeToLive || '').trim()) found(process.element, labelOf(process.element));
    }),
    'version-missing': running((process, found) => {
      if (!/^[1-9][0-9]*$/.test(process.element.versionTag || '')) found(process.element, labelOf(process.element));
    }),
    'start-missing': ofScopes(scope => scope.starts.length === 0),
    'end-missing': ofScopes(scope => !scope.inside.some(one => is(one.element, 'EndEvent'))),
    'start-several': ofScopes(scope => scope.blank.length > 1),
    'start-without-event': starts((scope, start) => byEvent(scope.element) && scope.blank.includes(start)),
    'start-with-event': starts((scope, start, process) =>
      scope.element !== process.element && !byEvent(scope.element) && !scope.blank.includes(start)),
    'leads-nowhere': each('nodes', node =>
      node.outgoing.length === 0 && !is(node.element, 'EndEvent') && !byEvent(node.element)),
    'event-several': each('nodes', node => node.definitions.length > 1),
    'event-without-host': each('nodes', (node, process) => is(node.element, 'BoundaryEvent')
      && !process.nodes.some(host => host.element === node.element.attachedToRef)),
    'split-without-gateway': each('nodes', node =>
      !gateway(node) && node.outgoing.filter(flow => !flow.condition && !flow.isDefault).length > 1),
    'flow-twice': flows(flow => flow.source.outgoing.find(other => other.target === flow.target) !== flow),
    'join-without-gateway': each('nodes', node => !gateway(node) && node.incoming.length > 1),
    'join-and-fork': each('nodes', node => gateway(node) && node.incoming.length > 1 && node.outgoing.length > 1),
    'gateway-needless': each('nodes', node => gateway(node) && node.incoming.length === 1 && node.outgoing.length === 1),
    'default-missing': each('nodes', node =>
      asks(node) && is(node.element, 'ExclusiveGateway') && !node.outgoing.some(flow => flow.isDefault)),
    'condition-missing': flows(flow => questions(flow) && !flow.isDefault && !flow.condition),
    'condition-ignored': flows(flow => flow.condition && (questions(flow)
      ? flow.isDefault
      : gateway(flow.source) || !flow.source.outgoing.some(other => other.isDefault))),
    'event-expected': flows(flow => is(flow.source.element, 'EventBasedGateway') && !CAUGHT.includes(flow.target.element.$type)),
    'label-missing': each('nodes', node => !plain(node.element) && (!gateway(node) || asks(node))),
    'question-missing': each('nodes', node => asks(node) && plain(node.element)
      && !is(node.element, 'ParallelGateway') && !is(node.element, 'EventBasedGateway') && !plain(node.element).endsWith('?')),
    'answer-missing': flows(flow => {
      const from = flow.source;
      if (!asks(from) || !plain(from.element) || is(from.element, 'ParallelGateway') || is(from.element, 'EventBasedGateway')) return false;
      const answer = plain(flow.element);
      return !answer || from.outgoing.find(other => plain(other.element) === answer) !== flow;
    }),
    'step-missing': running((process, found) => Object.entries(process.catalogue.steps)
      .filter(([step, flags]) => flags.includes('needed') && !process.nodes.some(node => delegate(node) === step))
      .forEach(([step]) => found(process.element, labelOf(process.element), DATA.phrases[step]))),
    'step-without-delegate': running((process, found) => serviceTasks(process, node => !delegate(node))
      .forEach(node => found(node.element, name(node)))),
    'delegate-unknown': running((process, found) => serviceTasks(process, node => delegate(node) && !process.catalogue.steps[delegate(node)])
      .forEach(node => found(node.element, name(node), delegate(node), Object.keys(process.catalogue.steps).join(', ')))),
    'step-not-committed': running((process, found) => serviceTasks(process, node =>
      (process.catalogue.steps[delegate(node)] || []).includes('asks') && !node.element.asyncBefore)
      .forEach(node => found(node.element, name(node)))),
    'retries-of-its-own': running((process, found) => serviceTasks(process, node =>
      extensions(node.element, 'failedJobRetryTimeCycle').length > 0)
      .forEach(node => found(node.element, name(node)))),
    'listener-unknown': running((process, found) => process.nodes.forEach(node =>
      [...extensions(node.element, 'executionListener'), ...extensions(node.element, 'taskListener')]
        .map(listener => named(listener.delegateExpression))
        .filter(listener => !process.catalogue.listeners.includes(listener))
        .forEach(listener => found(node.element, name(node), listener, process.catalogue.listeners.join(', '))))),
  };

  function sentence(code, parts) {
    const language = typeof navigator === 'undefined' ? 'en' : navigator.language.slice(0, 2);
    const text = (DATA.texts[language] || DATA.texts.en)[code];
    return text.replace(/''/g, '\'').replace(/\{(\d)\}/g, (all, index) => parts[index] || '');
  }

  const factory = (code, rule) => () => ({
    check(node, reporter) {
      if (!is(node, 'Definitions')) return;
      (node.rootElements || []).filter(one => is(one, 'Process')).forEach(process =>
        rule(drawn(process), (element, ...parts) => reporter.report(element.id, sentence(code, parts))));
    },
  });

  const resolver = {
    resolveRule(pkg, code) {
      if (pkg !== PACKAGE || !RULES[code]) throw new Error(`unknown rule <${pkg}/${code}>`);
      return factory(code, RULES[code]);
    },
    resolveConfig(pkg, config) {
      throw new Error(`unknown config <${pkg}/${config}>`);
    },
  };
  const rules = Object.fromEntries(Object.keys(RULES).map(code => ['service-exchange/' + code, DATA.hints.includes(code) ? 'warn' : 'error']));

  window.plugins = window.plugins || [];
  window.plugins.push({ type: 'lintRules.bpmn', plugin: { config: { rules }, resolver } });
})();
