// Reads {"models": {name: BPMN}, "plugin": text of the plug-in} from its input and prints what bpmnlint finds in each model, with its
// recommended rules and that for Camunda 7.24, and what the plug-in finds: {name: {"bpmnlint": [[rule, element]], "plugin": …}}.
'use strict';
const { Linter, recommended, BpmnModdle, camunda, platform, rules } = require('./bpmnlint.bundle.js');

globalThis.window = {};
const { models, plugin } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
(0, eval)(plugin);
const own = window.plugins.find(one => one.type === 'lintRules.bpmn').plugin;

const known = {
  resolveRule: (pkg, name) => rules[`rule:${pkg}/${name}`],
  resolveConfig: (pkg, name) => { throw new Error(`${pkg}/${name}`); },
};
const platformRules = Object.fromEntries(Object.entries(platform.rules)
  .map(([name, value]) => ['camunda-compat/' + name.replace(/^.*\//, ''), value]));
// Some rules remember what they saw, so each model has its own
const linters = {
  bpmnlint: () => new Linter({ config: { rules: { ...recommended.rules, ...platformRules } }, resolver: known }),
  plugin: () => new Linter({ config: own.config, resolver: own.resolver }),
};

async function found(linter, model) {
  const { rootElement } = await new BpmnModdle({ camunda }).fromXML(model);
  const results = await linter.lint(rootElement);
  return Object.entries(results).flatMap(([rule, reports]) => reports.map(report => {
    if (report.category === 'rule-error') throw new Error(rule + ': ' + report.message);
    return [rule.replace('service-exchange/', ''), report.id || '', report.message];
  }));
}

(async function () {
  const all = {};
  for (const [name, model] of Object.entries(models)) {
    all[name] = {};
    for (const [kind, linter] of Object.entries(linters)) {
      try {
        all[name][kind] = await found(linter(), model);
      } catch (unreadable) {
        all[name].unreadable = String(unreadable.message);
      }
    }
  }
  process.stdout.write(JSON.stringify(all));
})();
