package org.serviceexchange.platform.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Appends the business key to the name of every user task, such as "Connect to Provider: PCN0001001", so that lists,
 * details and notifications distinguish tasks while the model keeps its plain label. A task without a label is named by its
 * id in the model, because whoever shows or refuses a task quotes its name.
 */
class TaskNameListener extends AbstractBpmnParseListener {

    private static final TaskListener NUMBER = TaskNameListener::number;

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, NUMBER);
    }

    private static void number(DelegateTask task) {
        String label = task.getName();
        String name = label == null || label.isBlank() ? task.getTaskDefinitionKey() : label;
        String key = task.getExecution().getProcessBusinessKey();
        task.setName(key == null ? name : name + ": " + key);
    }
}
