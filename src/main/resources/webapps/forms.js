// Shared code of our forms in Tasklist. The messages come with config.js, in the language of the user who opened Tasklist.
const { words, locales } = window.camTasklistConf;
document.documentElement.lang = locales.fallbackLocale;

// The message of a key, with {0} and so on replaced by the arguments; in a form {{ 'tasklist.company' | say }}
const say = (key, ...args) =>
  args.reduce((text, argument, at) => text.replaceAll(`{${at}}`, () => argument ?? ''), words[key] ?? key);

// An error with this message is not shown by Tasklist
const SHOWN_ALREADY = 'camForm submission prevented';

const sending = (camForm, refused, done) => {
  const send = camForm.submitVariables;
  camForm.submitVariables = (answer) =>
    send.call(camForm, (error, result) => {
      if (error) {
        refused(error.message);
        answer(new Error(SHOWN_ALREADY));
      } else {
        done(result);
        answer(null, result);
      }
    });
};

const taskForms = ($http, $interval, $timeout, Notifications) => {
  // A message in the corner of Tasklist; the link is a path of this instance. A dialog that is about to close would take it
  const tell = (text, path, label) => {
    const linked = path && /^\/[a-z]+\/[A-Z0-9]+$/.test(path);
    // All of it as the status: Tasklist sets a colon between that and a message
    const status = linked ? `${text}. <a href="${path}" target="_top">${label}</a>` : text;
    $timeout(() => Notifications.addMessage({ status, unsafe: linked, duration: 16000 }), 800);
  };

  // Keeps $scope.facts up to date with the application's data of the task's registration or connection
  const follow = (camForm, $scope) => {
    const read = () =>
      $http.get(`/${$scope.kind}s/${$scope.number}/task`).then(
        (answer) => {
          $scope.facts = answer.data;
          $scope.unread = false;
        },
        () => {
          $scope.unread = true;
        },
      );
    const numbers = ['registrationNumber', 'connectionNumber'];
    camForm.on('form-loaded', () => numbers.forEach((name) => camForm.variableManager.fetchVariable(name)));
    // What was only read is not sent back
    camForm.on('submit', () => numbers.forEach((name) => delete camForm.variableManager.variables[name]));
    camForm.on('variables-fetched', () => {
      const number = (name) => camForm.variableManager.variables[name]?.value;
      $scope.kind = number('registrationNumber') ? 'registration' : 'connection';
      $scope.number = number('registrationNumber') ?? number('connectionNumber');
      read();
      const reading = $interval(read, 10000);
      $scope.$on('$destroy', () => $interval.cancel(reading));
    });
  };

  // Shows what the application refuses as $scope.refusal, instead of under a heading of Tasklist
  const task = (camForm, $scope, done = () => {}) => {
    follow(camForm, $scope);
    sending(
      camForm,
      (sentence) => {
        $scope.refusal = sentence;
      },
      done,
    );
  };

  return { say, tell, task, sending };
};

// The number of a task with the link to its page, and its details
const FACTS = `
  <p class="alert alert-info" role="status" ng-if="options.disableCompleteButton">{{ 'tasklist.claimFirst' | say }}</p>
  <p class="alert alert-warning" role="alert" ng-if="unread">{{ 'tasklist.unreadable' | say }}</p>
  <dl class="sx-facts" ng-if="number">
    <dt>{{ 'tasklist.' + kind | say }}</dt>
    <dd><a id="sx-number" ng-href="/{{ kind }}s/{{ number }}" target="_top">{{ number }}</a></dd>
    <dt ng-repeat-start="fact in facts.details">{{ fact.label }}</dt>
    <dd ng-repeat-end>{{ fact.value }}</dd>
  </dl>`;

const REFUSAL = `<div class="alert alert-danger" role="alert" ng-if="refusal">{{ refusal }}</div>`;

angular
  .module('cam.tasklist.custom')
  .filter('say', () => say)
  .factory('taskForms', ['$http', '$interval', '$timeout', 'Notifications', taskForms])
  .directive('sxFacts', () => ({ template: FACTS }))
  .directive('sxRefusal', () => ({ template: REFUSAL }));
