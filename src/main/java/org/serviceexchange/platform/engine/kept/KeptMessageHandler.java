package org.serviceexchange.platform.engine.kept;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;

/** Delivers a message that was kept, or tries again later. */
final class KeptMessageHandler implements JobHandler<KeptMessage> {

    @Override
    public String getType() {
        return KeptMessages.TYPE;
    }

    @Override
    public void execute(
            KeptMessage message, ExecutionEntity process, CommandContext commands, @Nullable String tenant) {
        RuntimeService runtime = commands.getProcessEngineConfiguration().getRuntimeService();
        boolean delivered = KeptMessages.during(
                message.sender(),
                () -> !runtime.createMessageCorrelation(message.name())
                        .processInstanceId(process.getProcessInstanceId())
                        .correlateAllWithResult()
                        .isEmpty());
        if (!delivered) {
            KeptMessages.insert(process, message.triedAgain());
        }
    }

    @Override
    public KeptMessage newConfiguration(String text) {
        return KeptMessage.read(text);
    }

    @Override
    public void onDelete(KeptMessage message, JobEntity job) {
        // The row is all there is
    }
}
